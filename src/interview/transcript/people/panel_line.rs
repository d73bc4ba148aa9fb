//! The people of one header line.

use crate::interview::transcript::people::name::names_an_office;

/// The people of one line: between semicolons where there are some, else between commas outside parentheses,
/// and around an `and` that joins two people rather than two fields (`VP of Sales and Marketing`).
pub fn divide(value: &str) -> Vec<String> {
    let semicolons = value.contains([';', '；']);
    let mut depth = 0_usize;
    let parts = value.split(|c| {
        match c {
            '(' | '（' | '[' => depth += 1,
            ')' | '）' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && if semicolons { ";；".contains(c) } else { ",，、".contains(c) }
    });
    let parts =
        parts.map(|part| part.trim().trim_start_matches("and ").trim_start_matches("& ").trim());
    parts
        .filter(|part| !part.is_empty())
        .flat_map(|part| around_and(part))
        .map(str::to_owned)
        .collect()
}

fn around_and(part: &str) -> Vec<&str> {
    for and in [" and ", " & "] {
        if let Some((left, right)) = part.split_once(and)
            && names_an_office(left) == names_an_office(right)
        {
            return vec![left.trim(), right.trim()];
        }
    }
    vec![part]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &[&str]) {
        assert_eq!(divide(line), expected, "{line}");
    }

    #[test]
    fn commas_divide_people_outside_parentheses() {
        check("VP Product, Director of Engineering", &["VP Product", "Director of Engineering"]);
        check("Dana Ruiz (CFO, remote),CTO,", &["Dana Ruiz (CFO, remote)", "CTO"]);
        check("VP Product，CTO", &["VP Product", "CTO"]);
    }

    #[test]
    fn semicolons_leave_commas_to_names() {
        check("Dana Ruiz, CFO; Tom Lee, CTO", &["Dana Ruiz, CFO", "Tom Lee, CTO"]);
    }

    #[test]
    fn and_joins_people_or_fields() {
        check("VP Product and CTO", &["VP Product", "CTO"]);
        check("VP Product, CFO, and CTO", &["VP Product", "CFO", "CTO"]);
        check("Dana Ruiz & Tom Lee", &["Dana Ruiz", "Tom Lee"]);
        check("VP of Sales and Marketing", &["VP of Sales and Marketing"]);
    }
}
