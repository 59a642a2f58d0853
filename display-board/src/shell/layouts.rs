//! The layout of this board and its pictures, fetched when they change.

use crate::view_model::Files;
use queue_client::{BoardApi, CallError};
use queue_protocol::{Layout, ScreenRef};
use std::sync::Arc;

/// Why there is no new layout.
pub(super) enum NoLayout {
    /// It did not come: ask again.
    Away(CallError),
    /// It is not one that this board can show; asked again, it would be the same.
    Unreadable(String),
}

/// A layout, if the board has one of its own, and its pictures.
type Fetched = (Option<Arc<Layout>>, Arc<Files>);

/// What was fetched last.
pub(super) struct Layouts {
    api: BoardApi,
    /// `None` before anything was fetched.
    known: Option<Option<ScreenRef>>,
    files: Arc<Files>,
}

impl Layouts {
    pub fn new(api: BoardApi) -> Self {
        Self {
            api,
            known: None,
            files: Arc::default(),
        }
    }

    /// The layout `wanted` with its pictures; `None` where it is the one that was fetched last.
    pub async fn fetch(&mut self, wanted: Option<ScreenRef>) -> Result<Option<Fetched>, NoLayout> {
        if self.known.as_ref() == Some(&wanted) {
            return Ok(None);
        }
        let Some(screen) = &wanted else {
            self.known = Some(None);
            return Ok(Some((None, Arc::default())));
        };
        let layout = match self.api.layout(&screen.name).await {
            Ok(layout) => layout,
            Err(CallError::Unreadable(why)) => {
                self.known = Some(wanted);
                return Err(NoLayout::Unreadable(why));
            }
            Err(error) => return Err(NoLayout::Away(error)),
        };
        if let Some(fault) = layout.faults().into_iter().next() {
            self.known = Some(wanted);
            return Err(NoLayout::Unreadable(fault.message));
        }
        self.files = Arc::new(self.pictures(&layout).await.map_err(NoLayout::Away)?);
        self.known = Some(wanted);
        Ok(Some((Some(Arc::new(layout)), Arc::clone(&self.files))))
    }

    /// The pictures of `layout`; those that are here already are not fetched again.
    async fn pictures(&self, layout: &Layout) -> Result<Files, CallError> {
        let mut files = Files::new();
        let panels = layout.panels.iter();
        for picture in panels.flat_map(|panel| panel.content.pictures()) {
            let content = match self.files.get(&picture.digest) {
                Some(known) => Arc::clone(known),
                None => self.api.file(&picture.digest).await?.into(),
            };
            files.insert(picture.digest.clone(), content);
        }
        Ok(files)
    }
}
