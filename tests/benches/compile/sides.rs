//! What is compared: a declaration of each side, repeated.

use std::path::Path;

use super::project;

/// One declaration of b24 beside others that do the same, or less.
pub(crate) struct Comparison {
    pub(crate) what: &'static str,
    /// What is below all of them, b24, and what it is compared with.
    pub(crate) sides: &'static [Side],
}

/// A crate of many declarations of one kind.
pub(crate) struct Side {
    pub(crate) name: &'static str,
    pub(crate) description: &'static str,
    /// How many times this b24 should cost at most.
    pub(crate) aim: Option<f64>,
    dependencies: &'static str,
    /// What stands in the crate once.
    once: &'static str,
    /// The declaration, whose names and whose method end with `0`.
    each: &'static str,
}

const B24: &str = "b24 = { path = '<runtime>' }";
const SERDE: &str = "serde = { version = '1', features = ['derive'] }";

const fn side(
    name: &'static str,
    description: &'static str,
    dependencies: &'static str,
    each: &'static str,
) -> Side {
    Side {
        name,
        description,
        aim: None,
        dependencies,
        once: "",
        each,
    }
}

const fn against(mut side: Side, aim: f64) -> Side {
    side.aim = Some(aim);
    side
}

pub(crate) const COMPARISONS: [Comparison; 4] = [
    Comparison {
        what: "methods of 11 fields",
        sides: &[
            side(
                "none",
                "Debug and Clone alone",
                "",
                include_str!("sides/methods/none.rs"),
            ),
            side("declared", "b24", B24, include_str!("sides/methods/b24.rs")),
            against(
                side(
                    "serialize",
                    "derive(Serialize)",
                    SERDE,
                    include_str!("sides/methods/serialize.rs"),
                ),
                1.1,
            ),
            side(
                "same_json",
                "derive(Serialize) of the same JSON",
                SERDE,
                include_str!("sides/methods/same_json.rs"),
            ),
            Side {
                name: "assembled",
                description: "the same with bon::Builder and garde::Validate",
                aim: Some(0.2),
                dependencies: "
                    serde = { version = '1', features = ['derive'] }
                    bon = '3'
                    garde = { version = '0.23', features = ['derive'] }
                ",
                once: include_str!("sides/methods/one_of.rs"),
                each: include_str!("sides/methods/assembled.rs"),
            },
        ],
    },
    // One struct under different attributes: what it costs that the catalog is asked.
    Comparison {
        what: "documented methods of 11 fields",
        sides: &[
            side(
                "documented_none",
                "Debug and Clone alone",
                "",
                include_str!("sides/settings.rs"),
            ),
            side(
                "documented",
                "b24",
                B24,
                concat!(
                    "#[b24::b24_method(\"timeman.timecontrol.settings.set\", returns = bool)]\n",
                    include_str!("sides/settings.rs"),
                ),
            ),
            side(
                "unlisted",
                "b24 without the catalog",
                B24,
                concat!(
                    "#[b24::b24_method(\"bench.method0.set\", unlisted, returns = bool)]\n",
                    include_str!("sides/settings.rs"),
                ),
            ),
            against(
                side(
                    "documented_serialize",
                    "derive(Serialize)",
                    SERDE,
                    concat!("#[derive(serde::Serialize)]\n", include_str!("sides/settings.rs")),
                ),
                1.3,
            ),
        ],
    },
    Comparison {
        what: "methods with two nested objects and an enum",
        sides: &[
            side(
                "nested_none",
                "Debug and Clone alone",
                "",
                include_str!("sides/nested/none.rs"),
            ),
            side("nested_declared", "b24", B24, include_str!("sides/nested/b24.rs")),
            against(
                side(
                    "nested_serialize",
                    "derive(Serialize)",
                    SERDE,
                    include_str!("sides/nested/serialize.rs"),
                ),
                1.3,
            ),
            side(
                "nested_same_json",
                "derive(Serialize) of the same JSON",
                SERDE,
                include_str!("sides/nested/same_json.rs"),
            ),
        ],
    },
    Comparison {
        what: "results of 11 members",
        sides: &[
            side(
                "result_none",
                "Debug and Clone alone",
                "",
                include_str!("sides/results/none.rs"),
            ),
            side(
                "result_declared",
                "b24",
                B24,
                include_str!("sides/results/b24.rs"),
            ),
            against(
                side(
                    "result_deserialize",
                    "derive(Deserialize)",
                    SERDE,
                    include_str!("sides/results/deserialize.rs"),
                ),
                0.5,
            ),
        ],
    },
];

/// Writes a workspace with a crate for each side.
pub(crate) fn write(directory: &Path, structs: u32) {
    let sides = || COMPARISONS.iter().flat_map(|comparison| comparison.sides);
    let members: Vec<&str> = sides().map(|side| side.name).collect();
    let workspace = format!("[workspace]\nresolver = '3'\nmembers = {members:?}\n");
    let runtime = project::workspace().join("runtime").display().to_string();
    let mut files = vec![("Cargo.toml".to_owned(), workspace)];
    for side in sides() {
        let (name, dependencies) = (side.name, side.dependencies.replace("<runtime>", &runtime));
        let manifest = format!(
            "[package]\nname = '{name}'\nversion = '0.0.0'\nedition = '2024'\n\n[dependencies]\n{dependencies}\n"
        );
        let mut source = side.once.to_owned();
        for number in 0..structs {
            source += &numbered(side.each, number);
        }
        files.push((format!("{name}/Cargo.toml"), manifest));
        files.push((format!("{name}/src/lib.rs"), source));
    }
    project::write(
        directory,
        files
            .iter()
            .map(|(path, content)| (path.as_str(), content.clone())),
    );
}

/// The declaration with another number behind its names.
fn numbered(each: &str, number: u32) -> String {
    let mut declaration = each.to_owned();
    for name in ["ethod", "Stage", "Phone", "Fields", "Result"] {
        declaration = declaration.replace(&format!("{name}0"), &format!("{name}{number}"));
    }
    declaration
}
