//! A body, built with the declaration of its method.

use crate::express::{Obstacle, Reason, express, respell};
use b24_catalog::Method;
use b24_cli::declare::{Declaration, Options};
use serde_json::Value;

/// What a body is built with.
pub(crate) struct Built {
    /// As the tool prints it, but for what the body has otherwise.
    pub(crate) declaration: Declaration,
    /// The body spells names otherwise than the table.
    pub(crate) is_respelled: bool,
    /// The body, with numbers for its placeholders.
    pub(crate) body: Value,
    /// There were some.
    pub(crate) is_filled: bool,
    /// The expression.
    pub(crate) expression: Result<String, Obstacle>,
}

impl Built {
    pub(crate) fn of(method: &Method, body: &Value) -> Self {
        let mut built = Self::with(method, body, false);
        if matches!(&built.expression, Err(obstacle) if obstacle.reason == Reason::Unknown) {
            // Perhaps it is one that is deprecated.
            built = Self::with(method, body, true);
        }
        while let Err(obstacle) = &built.expression
            && is_placeholder(&obstacle.value)
        {
            fill(&mut built.body, &obstacle.value);
            built.is_filled = true;
            built.expression = express(&built.declaration, &built.body);
        }
        built
    }

    fn with(method: &Method, body: &Value, deprecated: bool) -> Self {
        let options = Options {
            deprecated,
            ..Options::default()
        };
        let mut declaration = Declaration::of(method, &options);
        let is_respelled = respell(&mut declaration, body);
        Self {
            expression: express(&declaration, body),
            declaration,
            is_respelled,
            body: body.clone(),
            is_filled: false,
        }
    }
}

/// Whether a text stands for a number that the reader of the page has to put there.
fn is_placeholder(value: &Value) -> bool {
    let is_told = |text: &str| text.starts_with("your_") || text.starts_with("**put_");
    value.as_str().is_some_and(is_told)
}

fn fill(value: &mut Value, placeholder: &Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| fill(item, placeholder)),
        Value::Object(members) => members.values_mut().for_each(|member| fill(member, placeholder)),
        value if value == placeholder => *value = 1.into(),
        _ => {}
    }
}
