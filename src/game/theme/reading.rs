//! What is painted is read out: each text on a screen is a node of the accessibility tree, in the order of painting.
//!
//! Painted on an [`Ui`] a text has its node; painted on a bare [`Painter`] it is seen alone, which is right where it
//! belongs to a node that says more: the number beside a bar, the letter on a lamp.

use std::panic::Location;

use bevy_egui::egui::{
    CornerRadius, Id, Painter, Rect, Response, Sense, Tooltip, Ui,
    accesskit::{self, Live, Role},
};

use crate::game::theme::keys;

/// What a text is to a screen reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// Running text.
    Text,
    /// A heading of this level, 1 to 6.
    Heading(usize),
    /// The first heading of a screen, read out when the screen opens.
    Opening,
    /// Text that is read out when it comes or changes, once whatever is being read is done.
    News,
    /// Text that is read out at once.
    Alarm,
}

/// What can be painted on.
pub trait Surface {
    /// The painter of what is seen.
    fn brush(&self) -> &Painter;
    /// Tells a screen reader what was painted here; where it had to be cut, the whole can be read by pointer and by
    /// keyboard too.
    #[track_caller]
    fn tell(&self, rect: Rect, text: &str, cut: bool);
}

impl Surface for Painter {
    fn brush(&self) -> &Painter {
        self
    }

    fn tell(&self, _: Rect, _: &str, _: bool) {}
}

impl Surface for Ui {
    fn brush(&self) -> &Painter {
        self.painter()
    }

    #[track_caller]
    fn tell(&self, rect: Rect, text: &str, cut: bool) {
        tell(self, rect, text, Reads::Text, cut);
    }
}

/// A surface whose texts are read as something else than running text.
pub struct ReadAs<'a> {
    ui: &'a Ui,
    reads: Reads,
    says: Option<&'a str>,
}

impl Surface for ReadAs<'_> {
    fn brush(&self) -> &Painter {
        self.ui.painter()
    }

    #[track_caller]
    fn tell(&self, rect: Rect, text: &str, cut: bool) {
        tell(self.ui, rect, self.says.unwrap_or(text), self.reads, cut);
    }
}

/// A surface for headings of this level, 1 to 6.
pub fn heading(ui: &Ui, level: usize) -> ReadAs<'_> {
    ReadAs { ui, reads: Reads::Heading(level), says: None }
}

/// A surface for what is read out when it comes or changes.
pub fn news(ui: &Ui) -> ReadAs<'_> {
    ReadAs { ui, reads: Reads::News, says: None }
}

/// A surface for a text that is read with more than it shows.
pub fn saying<'a>(ui: &'a Ui, reads: Reads, says: &'a str) -> ReadAs<'a> {
    ReadAs { ui, reads, says: Some(says) }
}

/// Says what is to be seen in a place in another way than by text.
#[track_caller]
pub fn say(ui: &Ui, rect: Rect, reads: Reads, text: &str) {
    tell(ui, rect, text, reads, false);
}

/// Gives a field the name by which it is announced.
pub fn name_field(response: &Response, name: &str) {
    response.ctx.accesskit_node_builder(response.id, |node| node.set_label(name));
}

/// Makes the node of a widget say a text as what it is.
pub fn say_as(response: &Response, reads: Reads, text: &str) {
    response.ctx.accesskit_node_builder(response.id, |node| write(node, reads, text));
}

#[track_caller]
fn tell(ui: &Ui, rect: Rect, text: &str, reads: Reads, cut: bool) {
    let heard = ui.ctx().accesskit_node_builder(ui.unique_id(), |_| ()).is_some();
    if !heard && !cut || text.is_empty() {
        return;
    }
    let id = id_at(ui, Location::caller());
    // What is whole can be passed over by the keyboard; what is cut must be reached by it.
    let sense = if cut { Sense::focusable_noninteractive() } else { Sense::hover() };
    let response = ui.interact(rect, id, sense);
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_bounds(accesskit::Rect {
            x0: rect.min.x.into(),
            y0: rect.min.y.into(),
            x1: rect.max.x.into(),
            y1: rect.max.y.into(),
        });
        write(node, reads, text);
    });
    if cut {
        whole_on_demand(ui, &response, text);
    }
}

fn write(node: &mut accesskit::Node, reads: Reads, text: &str) {
    match reads {
        Reads::Heading(level) => {
            node.set_role(Role::Heading);
            node.set_level(level);
            node.clear_value();
            node.set_label(text);
        }
        Reads::Opening => {
            write(node, Reads::Heading(1), text);
            node.set_live(Live::Polite);
        }
        Reads::Text => {
            node.set_role(Role::Label);
            node.set_value(text);
        }
        Reads::News => {
            node.set_role(Role::Label);
            node.set_live(Live::Polite);
            node.set_value(text);
        }
        Reads::Alarm => {
            node.set_role(Role::Alert);
            node.set_live(Live::Assertive);
            node.set_label(text);
        }
    }
}

/// Shows the whole of a text that was cut, while the pointer or the keyboard is on it.
pub fn whole_on_demand(ui: &Ui, response: &Response, text: &str) {
    keys::focus_ring(ui, response, response.rect, CornerRadius::same(4));
    let mut tip = Tooltip::for_enabled(response);
    if response.has_focus() {
        tip.popup = tip.popup.open(true);
    }
    tip.show(|ui| {
        ui.set_max_width(ui.spacing().tooltip_width);
        ui.label(text);
    });
}

/// The name of a text for as long as it is painted by the same line of code, so that it stays the same node while its
/// words change: the line, and how often it was painted by it before in this pass.
fn id_at(ui: &Ui, line: &Location<'_>) -> Id {
    let base = ui.unique_id().with((line.file(), line.line(), line.column()));
    let now = ui.ctx().cumulative_pass_nr();
    let times = ui.ctx().data_mut(|data| {
        let (pass, times) = data.get_temp_mut_or_default::<(u64, u32)>(base);
        *times = if *pass == now { *times + 1 } else { 0 };
        *pass = now;
        *times
    });
    base.with(times)
}
