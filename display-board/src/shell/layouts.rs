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
    /// What is shown; `None` before anything was fetched.
    known: Option<Option<ScreenRef>>,
    /// What cannot be shown, and was tried last.
    unreadable: Option<ScreenRef>,
    /// What is wanted did not come.
    missing: bool,
    files: Arc<Files>,
}

impl Layouts {
    pub fn new(api: BoardApi) -> Self {
        Self {
            api,
            known: None,
            unreadable: None,
            missing: false,
            files: Arc::default(),
        }
    }

    /// The layout `wanted` with its pictures; `None` where nothing has changed.
    pub async fn fetch(&mut self, wanted: Option<ScreenRef>) -> Result<Option<Fetched>, NoLayout> {
        let unreadable = wanted.is_some() && self.unreadable == wanted;
        let shown = self.unreadable.is_none() && !self.missing;
        if unreadable || (shown && self.known.as_ref() == Some(&wanted)) {
            return Ok(None);
        }
        let fetched = match &wanted {
            Some(screen) => self.own(&screen.name).await,
            None => Ok((None, Arc::default())),
        };
        self.missing = matches!(fetched, Err(NoLayout::Away(_)));
        self.unreadable = match &fetched {
            Err(NoLayout::Unreadable(_)) => wanted.clone(),
            _ => None,
        };
        let (layout, files) = fetched?;
        self.files = Arc::clone(&files);
        self.known = Some(wanted);
        Ok(Some((layout, files)))
    }

    async fn own(&self, screen: &str) -> Result<Fetched, NoLayout> {
        let layout = match self.api.layout(screen).await {
            Ok(layout) => layout,
            Err(CallError::Unreadable(why)) => return Err(NoLayout::Unreadable(why)),
            Err(error) => return Err(NoLayout::Away(error)),
        };
        if let Some(fault) = layout.faults().into_iter().next() {
            return Err(NoLayout::Unreadable(fault.message));
        }
        let files = self.pictures(&layout).await.map_err(NoLayout::Away)?;
        Ok((Some(Arc::new(layout)), Arc::new(files)))
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
