//! How everything that is read looks: palette, type, and the widgets made of them.

pub mod cover;
mod fitting;
pub mod keys;
pub mod marked_text;
pub mod palette;
pub mod reading;
pub mod text;
pub mod type_scale;
pub mod widgets;

use std::sync::Arc;

use bevy_egui::egui::{
    Context, CornerRadius, FontData, FontDefinitions, FontFamily, Stroke, Style, TextStyle, Theme,
    Vec2, Visuals, style::TextCursorStyle,
};

use crate::game::theme::type_scale::{BODY, LABEL, SMALL, bold, regular, semibold};

/// Size of the design in points; a window of other size is the same design, larger or smaller.
pub const DESIGN: Vec2 = Vec2::new(1280.0, 720.0);

/// The smallest window in which everything is to be read, in logical pixels; the window cannot be made smaller.
pub const SMALLEST: Vec2 = Vec2::new(960.0, 600.0);
/// The smallest text in that window, in logical pixels.
pub const READABLE: f32 = 12.0;
/// How much of what a window is larger than the design makes things larger; the rest is room for more of them.
const GROWTH: f32 = 0.7;

/// How many logical pixels a point takes in a window of this logical size.
pub fn zoom_for(window: bevy::math::Vec2) -> f32 {
    let fits = |size: Vec2| (window.x / size.x).min(window.y / size.y);
    let zoom = fits(DESIGN);
    let least = READABLE / SMALL * fits(SMALLEST).min(1.0);
    let zoom = if zoom > 1.0 { 1.0 + (zoom - 1.0) * GROWTH } else { zoom.max(least) };
    zoom.clamp(0.25, 4.0)
}

/// Gives a context its fonts and style.
pub fn install(context: &Context) {
    context.set_fonts(fonts());
    context.set_theme(Theme::Light);
    context.set_style_of(Theme::Light, Arc::new(style()));
    context.options_mut(|options| options.zoom_with_keyboard = false);
}

/// Inter in three weights, with egui's own fonts behind it for emoji and what else Inter lacks.
fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let fallbacks = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let faces: [(FontFamily, &str, &'static [u8]); 3] = [
        (
            FontFamily::Proportional,
            "Inter",
            include_bytes!("../../../assets/fonts/Inter-Regular.otf"),
        ),
        (
            type_scale::semibold_family(),
            "Inter SemiBold",
            include_bytes!("../../../assets/fonts/Inter-SemiBold.otf"),
        ),
        (
            type_scale::bold_family(),
            "Inter Bold",
            include_bytes!("../../../assets/fonts/Inter-Bold.otf"),
        ),
    ];
    for (family, name, bytes) in faces {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        let names = std::iter::once(name.to_owned()).chain(fallbacks.iter().cloned()).collect();
        fonts.families.insert(family, names);
    }
    fonts
}

fn style() -> Style {
    let mut visuals = Visuals::light();
    visuals.panel_fill = palette::PAGE;
    visuals.override_text_color = Some(palette::INK);
    visuals.window_fill = palette::PAPER;
    visuals.selection.bg_fill = palette::CORAL.gamma_multiply(0.28);
    visuals.selection.stroke = Stroke::new(1.0, palette::INK);
    visuals.text_cursor = TextCursorStyle {
        stroke: Stroke::new(2.5, palette::CORAL),
        // A blinking cursor would wake a window that has nothing else to do.
        blink: false,
        ..visuals.text_cursor
    };
    visuals.text_edit_bg_color = Some(palette::PAPER);
    for widget in [
        &mut visuals.widgets.noninteractive,
        &mut visuals.widgets.inactive,
        &mut visuals.widgets.hovered,
        &mut visuals.widgets.active,
        &mut visuals.widgets.open,
    ] {
        widget.corner_radius = CornerRadius::same(10);
        widget.bg_fill = palette::LINE;
        widget.weak_bg_fill = palette::CREAM;
        widget.bg_stroke = Stroke::new(1.0, palette::LINE);
        widget.fg_stroke = Stroke::new(1.5, palette::INK);
        widget.expansion = 0.0;
    }
    visuals.widgets.noninteractive.bg_fill = palette::PAPER;
    let mut style = Style { visuals, animation_time: 0.18, ..Style::default() };
    style.spacing.item_spacing = Vec2::new(8.0, 8.0);
    style.spacing.scroll.floating = true;
    style.spacing.scroll.bar_width = 6.0;
    style.spacing.scroll.dormant_handle_opacity = 0.5;
    style.interaction.selectable_labels = false;
    style.text_styles = [
        (TextStyle::Small, regular(SMALL)),
        (TextStyle::Body, regular(BODY)),
        (TextStyle::Button, semibold(LABEL)),
        (TextStyle::Heading, bold(22.0)),
        (TextStyle::Monospace, regular(BODY)),
    ]
    .into();
    style
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zoom(width: f32, height: f32) -> f32 {
        zoom_for(bevy::math::Vec2::new(width, height))
    }

    #[test]
    fn no_text_is_smaller_than_can_be_read_in_any_window_there_can_be() {
        for width in (960..=3840).step_by(40) {
            for height in (600..=2160).step_by(40) {
                let smallest = SMALL * zoom(width as f32, height as f32);
                assert!(smallest > READABLE - 0.01, "{width}×{height}: {smallest}");
            }
        }
    }

    #[test]
    fn a_large_window_shows_things_larger_and_has_room_for_more_of_them() {
        let sizes = [(960.0, 600.0), (1280.0, 720.0), (1920.0, 1080.0), (2560.0, 1440.0)];
        for pair in sizes.windows(2) {
            let [(_, low), (_, high)] = [pair[0], pair[1]];
            let [small, large] = [zoom(pair[0].0, low), zoom(pair[1].0, high)];
            assert!(small < large && low / small < high / large, "{pair:?}");
        }
    }

    #[test]
    fn a_window_of_no_size_has_a_zoom() {
        assert!(zoom(0.0, 0.0) > 0.0);
    }
}
