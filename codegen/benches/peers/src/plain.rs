//! The types as one writes them by hand: serde's derives and no checks.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The type of every optional member.
macro_rules! optional_members {
    ($(struct $name:ident { $($member:ident: $content:ty,)* })*) => {$(
        #[derive(Deserialize, Serialize)]
        pub struct $name {
            $(
                #[serde(skip_serializing_if = "Option::is_none")]
                pub $member: Option<$content>,
            )*
        }
    )*};
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Task {
    Classification,
    Regression,
    Clustering,
    Dimred,
    Rl,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ExperienceSource {
    Training,
    Inference,
    Governance,
    Ops,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Environment {
    Dev,
    Staging,
    Prod,
}

#[derive(Deserialize, Serialize)]
pub struct Experience {
    pub experience_id: String,
    pub source: ExperienceSource,
    pub task: Task,
    pub context: ExperienceContext,
    pub signals: Signals,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ground_truth_lag_s: Option<u64>,
    pub timestamp: String,
}

optional_members! {
    struct ExperienceContext {
        dataset_id: String,
        model_key: String,
        model_version: String,
        segment: String,
        env: Environment,
    }
    struct Signals {
        metrics: Map<String, Value>,
        drift: Drift,
        fairness: Fairness,
        latency: Latency,
        compliance: Compliance,
    }
    struct Drift {
        psi: f64,
        kl: f64,
        mmd: f64,
    }
    struct Fairness {
        delta: f64,
        groups: Vec<String>,
    }
    struct Latency {
        p95_ms: f64,
    }
    struct Compliance {
        constitutional: f64,
    }
    struct HpoBudget {
        trials: i64,
        max_runtime_min: i64,
    }
    struct RiskControls {
        max_regret_pct: f64,
        halt_on_drift_z: f64,
    }
}

#[derive(Deserialize, Serialize)]
pub struct AdaptationPlan {
    pub plan_id: String,
    pub actions: Vec<Action>,
    pub expected_effect: Map<String, Value>,
    pub risk_controls: RiskControls,
    pub created_at: String,
    pub version: String,
}

#[derive(Deserialize, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Action {
    Hpo { target: String, budget: HpoBudget, success_metric: String },
    ReweightSpecialists { weights: HashMap<String, f64> },
    PolicyDelta { path: String, from: Value, to: Value },
    Canary { target_model: String, steps: Vec<i64> },
}

#[derive(Deserialize, Serialize)]
pub struct SpecialistReport {
    pub report_id: String,
    pub specialist: String,
    pub task: Task,
    pub candidates: Vec<Candidate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dataset_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<String>,
    pub timestamp: String,
    pub version: String,
}

#[derive(Deserialize, Serialize)]
pub struct Candidate {
    pub model_key: String,
    pub version: String,
    pub artifact_uri: String,
    pub metrics: Map<String, Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub risks: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanations: Option<Map<String, Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub validation_hash: Option<String>,
}
