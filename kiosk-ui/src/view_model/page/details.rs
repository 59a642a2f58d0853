//! All that the centre knows of a procedure, its long official name unfolded.

use super::super::kiosk::Kiosk;
use super::super::step::Wish;
use super::{DetailsPage, ScreenPage};

impl Kiosk {
    /// The screen before, where the procedure is not known any more.
    pub(super) fn details_page(&self, wish: &Wish) -> ScreenPage {
        let language = self.visit.language;
        let centre = self.hall.centre.as_deref();
        let code = wish.procedure.as_deref();
        let known = centre.and_then(|centre| Some((centre, centre.procedure_of_code(code?)?)));
        let Some((centre, procedure)) = known else {
            return ScreenPage::Take(self.take_page(wish, false));
        };
        let (short, name) = (procedure.short.get(language), procedure.name.get(language));
        let papers = procedure.papers.iter();
        ScreenPage::Details(DetailsPage {
            letter: centre
                .service(&wish.service)
                .map_or_else(String::new, |service| service.letter.clone()),
            short: short.to_owned(),
            name: if name == short { "" } else { name }.to_owned(),
            service: centre.service_name(&wish.service, language).to_owned(),
            agency: centre.agency_name(&procedure.agency, language).to_owned(),
            papers: papers.map(|paper| paper.get(language).to_owned()).collect(),
            fee: procedure
                .fee
                .as_ref()
                .map(|fee| fee.get(language).to_owned()),
            online: procedure.online == Some(true),
            any_commune: procedure.any_commune,
        })
    }
}
