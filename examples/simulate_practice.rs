//! Players who never sat down: what planned, even and massed practice of the same cost leave on the day.
//!
//! `cargo run --example simulate_practice --no-default-features -- --players 1000`

use std::{env, process::ExitCode};

use hotseat::interview::practice::simulation::{Simulated, simulate};

/// The evenings that a row of the table tells of.
const ROWS: [(usize, usize); 5] = [(3, 6), (7, 13), (14, 20), (21, 31), (32, 45)];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let players = match arguments.as_slice() {
        [] => Some(1_000),
        [flag, number] if flag == "--players" => number.parse().ok(),
        _ => None,
    };
    let Some(players) = players else {
        eprintln!("simulate_practice: call it with --players and a number, or with nothing");
        return ExitCode::from(2);
    };
    let all: Vec<Simulated> = (0..players).map(simulate).collect();
    println!("| evenings | players | answers | planned | even | massed | planned below either |");
    println!("|---|---|---|---|---|---|---|");
    for (from, to) in ROWS {
        let row: Vec<_> =
            all.iter().filter(|one| (from..=to).contains(&one.evenings)).copied().collect();
        print_row(&format!("{from} to {to}"), &row);
    }
    print_row("all", &all);
    let over = all.iter().filter(|one| one.over > 0).count();
    let missed: usize = all.iter().map(|one| one.missed).sum();
    println!(
        "\nEvenings longer than the minutes asked for: {over}. Questions seen well less than twice: {missed}."
    );
    ExitCode::SUCCESS
}

fn print_row(name: &str, row: &[Simulated]) {
    let mean = |of: fn(&Simulated) -> f64| {
        row.iter().map(of).sum::<f64>() / f64::from(u32::try_from(row.len()).unwrap_or(1).max(1))
    };
    let below = row.iter().filter(|one| one.planned < one.even.max(one.massed));
    let worst = below.clone().map(|one| one.even.max(one.massed) - one.planned).max().unwrap_or(0);
    println!(
        "| {name} | {} | {:.0} | {:.1} % | {:.1} % | {:.1} % | {} (by {:.1} points at most) |",
        row.len(),
        mean(|one| one.answers as f64),
        mean(|one| f64::from(one.planned) / 10.0),
        mean(|one| f64::from(one.even) / 10.0),
        mean(|one| f64::from(one.massed) / 10.0),
        below.count(),
        f64::from(worst) / 10.0,
    );
}
