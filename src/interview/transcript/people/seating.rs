//! The seats of a panel: where more ask than sit, those who ask most do, and one of them asks for the others.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::interview::diagnostic::{Code, Place};
use crate::interview::transcript::MAX_PANEL;
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::lines::named;

/// Who sits where.
pub struct Seats {
    /// Who sits, in order.
    pub seated: Vec<usize>,
    /// The seat of everybody; that of one who asks for them, for those without.
    pub seat_of: BTreeMap<usize, usize>,
}

/// Seats people in their order, by how much each asks; it is said where somebody asks for others.
pub fn seat(
    people: &[usize],
    asks: &[usize],
    name: impl Fn(usize) -> String,
    at: Place,
    faults: &mut Faults,
) -> Seats {
    let asked = |who: usize| asks.get(who).copied().unwrap_or(0);
    let mut most: Vec<usize> = people.to_vec();
    most.sort_by_key(|who| Reverse(asked(*who)));
    let standing = most.split_off(most.len().min(MAX_PANEL));
    let seated: Vec<usize> = people.iter().copied().filter(|who| most.contains(who)).collect();
    let mut seat_of: BTreeMap<usize, usize> =
        seated.iter().enumerate().map(|(seat, who)| (*who, seat)).collect();
    if let Some(first) = most.first().filter(|_| !standing.is_empty()) {
        let seat = seat_of.get(first).copied().unwrap_or(0);
        seat_of.extend(standing.iter().map(|who| (*who, seat)));
        let names: Vec<String> = standing.iter().take(5).map(|who| named(&name(*who))).collect();
        let more = if standing.len() > names.len() { " and others" } else { "" };
        faults.warning(
            Code::SeatShared,
            at,
            format!(
                "{} interviewers speak and {MAX_PANEL} sit; {} asks for {}{more}",
                people.len(),
                named(&name(*first)),
                names.join(", ")
            ),
            "leave out who does not belong to the panel if another five should sit",
        );
    }
    Seats { seated, seat_of }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_five_who_ask_most_sit_and_one_asks_for_the_rest() {
        let mut faults = Faults::default();
        let asks = [1, 5, 0, 2, 3, 4, 9];
        let seats =
            seat(&[0, 1, 2, 3, 4, 5, 6], &asks, |who| format!("P{who}"), (1, 1), &mut faults);
        assert_eq!(seats.seated, [1, 3, 4, 5, 6]);
        assert_eq!((seats.seat_of[&0], seats.seat_of[&2], seats.seat_of[&1]), (4, 4, 0));
        let told = faults.into_diagnostics();
        assert!(told[0].message.contains("`P6` asks for `P0`, `P2`"), "{told:#?}");
    }
}
