//! The ward manager's panel: a scenario of another trade.

use std::sync::LazyLock;

use hotseat::interview::scenario::Scenario;

/// The scene as it is written.
const SCENE: &str = include_str!("../../scenes/ward-manager.scenario.ron");

static SCENARIO: LazyLock<Scenario> = LazyLock::new(|| match Scenario::from_ron(SCENE) {
    Ok(scenario) => scenario,
    Err(faults) => panic!("the ward manager's panel has faults: {faults:#?}"),
});

/// The scenario, read once.
pub fn scenario() -> &'static Scenario {
    &SCENARIO
}
