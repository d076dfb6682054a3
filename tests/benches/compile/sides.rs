//! The sides: one declaration each, repeated.

use std::path::Path;

use super::project;

/// A crate of many declarations of one kind.
pub(crate) struct Side {
    pub(crate) name: &'static str,
    pub(crate) description: &'static str,
    dependencies: &'static str,
    /// What stands in the crate once.
    once: &'static str,
    /// The declaration, which calls itself `Method0` and its method `method0`.
    each: &'static str,
}

/// What is below all of them, b24, and what it is compared with.
pub(crate) const SIDES: [Side; 5] = [
    Side {
        name: "none",
        description: "Debug and Clone alone",
        dependencies: "",
        once: "",
        each: include_str!("sides/none.rs"),
    },
    Side {
        name: "declared",
        description: "b24",
        dependencies: "b24 = { path = '<runtime>' }",
        once: "",
        each: include_str!("sides/b24.rs"),
    },
    Side {
        name: "serialize",
        description: "derive(Serialize)",
        dependencies: "serde = { version = '1', features = ['derive'] }",
        once: "",
        each: include_str!("sides/serialize.rs"),
    },
    Side {
        name: "same_json",
        description: "derive(Serialize) of the same JSON",
        dependencies: "serde = { version = '1', features = ['derive'] }",
        once: "",
        each: include_str!("sides/same_json.rs"),
    },
    Side {
        name: "assembled",
        description: "the same with bon::Builder and garde::Validate",
        dependencies: "
            serde = { version = '1', features = ['derive'] }
            bon = '3'
            garde = { version = '0.23', features = ['derive'] }
        ",
        once: include_str!("sides/one_of.rs"),
        each: include_str!("sides/assembled.rs"),
    },
];

/// Writes a workspace with a crate for each side.
pub(crate) fn write(directory: &Path, structs: u32) {
    let members: Vec<&str> = SIDES.iter().map(|side| side.name).collect();
    let workspace = format!("[workspace]\nresolver = '3'\nmembers = {members:?}\n");
    let runtime = project::workspace().join("runtime").display().to_string();
    let mut files = vec![("Cargo.toml".to_owned(), workspace)];
    for side in &SIDES {
        let (name, dependencies) = (side.name, side.dependencies.replace("<runtime>", &runtime));
        let manifest = format!(
            "[package]\nname = '{name}'\nversion = '0.0.0'\nedition = '2024'\n\n[dependencies]\n{dependencies}\n"
        );
        let mut source = side.once.to_owned();
        for number in 0..structs {
            let number = number.to_string();
            source += &side.each.replace("ethod0", &format!("ethod{number}"));
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
