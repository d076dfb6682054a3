//! A checkout of the documentation: its pages, and what they include.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::page::{self, Block, Page};

/// The folders with pages of methods.
const FOLDERS: [&str; 2] = ["api-reference", "settings"];

/// Texts that say the same on every page, and whose facts are not those of a method.
const COMMON: &str = "_includes";

/// The folder of a checkout.
#[derive(Debug, Clone)]
pub struct Checkout {
    folder: PathBuf,
}

impl Checkout {
    /// The checkout in a folder, which has a folder `api-reference`.
    ///
    /// # Errors
    /// If there is none.
    pub fn open(folder: impl Into<PathBuf>) -> io::Result<Self> {
        let folder = folder.into();
        if folder.join(FOLDERS[0]).is_dir() {
            return Ok(Self { folder });
        }
        let reason = format!("{} has no folder `{}`", folder.display(), FOLDERS[0]);
        Err(io::Error::new(io::ErrorKind::NotFound, reason))
    }

    /// The paths of all pages below the folder, sorted.
    ///
    /// # Errors
    /// If a folder cannot be read.
    pub fn pages(&self) -> io::Result<Vec<String>> {
        let mut pages = Vec::new();
        for folder in FOLDERS {
            if self.folder.join(folder).is_dir() {
                self.collect(Path::new(folder), &mut pages)?;
            }
        }
        pages.sort();
        Ok(pages)
    }

    fn collect(&self, folder: &Path, pages: &mut Vec<String>) -> io::Result<()> {
        for entry in fs::read_dir(self.folder.join(folder))? {
            let entry = entry?;
            let path = folder.join(entry.file_name());
            let name = entry.file_name();
            if entry.file_type()?.is_dir() {
                // What is included is no page of its own.
                if !name.to_string_lossy().starts_with("_include") {
                    self.collect(&path, pages)?;
                }
            } else if path.extension().is_some_and(|extension| extension == "md") {
                pages.push(slashed(&path));
            }
        }
        Ok(())
    }

    /// The text of a page.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn text(&self, page: &str) -> io::Result<String> {
        fs::read_to_string(self.folder.join(page))
    }

    /// The page of a text, with what it includes in its place.
    #[must_use]
    pub fn page(&self, path: &str, text: &str) -> Page {
        let mut page = page::read(text);
        for section in &mut page.sections {
            section.blocks = std::mem::take(&mut section.blocks)
                .into_iter()
                .flat_map(|block| self.include(path, block))
                .collect();
        }
        page
    }

    fn include(&self, path: &str, block: Block) -> Vec<Block> {
        let Block::Include(include) = &block else {
            return vec![block];
        };
        let Some(folder) = Path::new(path).parent() else {
            return vec![block];
        };
        let target = folder.join(&include.target);
        let folder = fs::canonicalize(self.folder.join(&target)).ok();
        let is_common = self
            .folder
            .join(COMMON)
            .canonicalize()
            .ok()
            .zip(folder.as_ref())
            .is_some_and(|(common, file)| file.starts_with(common));
        let text = folder
            .filter(|_| !is_common)
            .and_then(|file| fs::read_to_string(file).ok());
        match text {
            // The lines of what is included are counted there, so they get the line of the inclusion.
            Some(text) => page::read(&text)
                .sections
                .into_iter()
                .flat_map(|section| section.blocks)
                .map(|block| at(block, include.line))
                .collect(),
            None => vec![block],
        }
    }
}

/// The block as if it stood in one line.
fn at(mut block: Block, line: usize) -> Block {
    match &mut block {
        Block::Text(text) => text.number = line,
        Block::Note(note) => note.lines.iter_mut().for_each(|text| text.number = line),
        Block::Table(table) => {
            table.line = line;
            table.rows.iter_mut().for_each(|row| row.line = line);
        }
        Block::Include(include) => include.line = line,
        Block::Tab(label) => label.number = line,
        Block::TabsEnd => {}
    }
    block
}

/// The path with `/`, on every system.
fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}
