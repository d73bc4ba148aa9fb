//! Cells of a table that opens in a spreadsheet: what somebody wrote is never a formula there.

/// What a spreadsheet takes for the beginning of a formula.
const BEGINS_A_FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The text as a cell: one that would begin a formula stands behind an apostrophe, as spreadsheets write text themselves.
pub(crate) fn harmless(text: &str) -> String {
    if text.starts_with(BEGINS_A_FORMULA) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_cell_begins_a_formula() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(harmless(text), format!("'{text}"));
        }
        for text in ["", "I said = no", "3", " =1"] {
            assert_eq!(harmless(text), text);
        }
    }
}
