//! What a service does with the contracts: read an event, build an insight, send it on.

use contracts::{Confidence, Error, Event, Extra, Insight, InsightScope, InsightType, Map, Recommendation};

#[expect(clippy::print_stdout, reason = "an example shows what it made")]
fn main() -> Result<(), Error> {
    let event =
        Event::from_json(include_str!("../../examples/ml_events/ModelDriftAlert/full-with-null-correlation-id.json"))?;
    if let Event::ModelDriftAlert(alert) = event {
        let insight = Insight {
            insight_id: "i_drift_0008".parse()?,
            type_: InsightType::Drift,
            scope: InsightScope::Model,
            target_ref: alert.payload.model_key,
            evidence: Map::new(),
            confidence: Confidence::try_from(0.9)?,
            recommendation: Some(Recommendation::Retrain),
            timestamp: alert.timestamp,
            extra: Extra::new(),
        };
        println!("{}", insight.to_json());
    }
    Ok(())
}
