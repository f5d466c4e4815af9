//! What does a care act say? Its facts, decoded, derived and checked for contradictions.
//!
//! ```text
//! age            = member_age, else completed years between member_birth_date and care_date
//! visible tooth  = the boolean, else whether one of teeth is visible; teeth [] or null: does not apply
//! conventionné   = the boolean, else whether establishment is not listed, where the catalogue has such a list
//! ```
//! A fact that is given twice must agree.
//! DECISION: `teeth: null` or `establishment: null` beside the boolean says nothing.
//! Case: derived_facts/teeth-null-beside-boolean
//! DECISION: for the dates and the age, `null` is the same as left out. Case: filter/age-null

use crate::coverage::catalog::options::{self, CareTypeCatalogOptions};
use crate::coverage::facts::missing::MEMBER_AGE;
use crate::coverage::facts::table::{ActFact, ConditionKind, Fact, FactValue, Facts};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::{Error, Related};
use crate::ground::diagnostics::problems::{Details, Problems};
use crate::ground::document::decode::{MAX_AGE, Object};
use crate::ground::exact::date::CalendarDate;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

pub(crate) const CARE_TYPE: &str = "care_type";
pub(crate) const CARE_DATE: &str = "care_date";
pub(crate) const MEMBER_BIRTH_DATE: &str = "member_birth_date";
pub(crate) const TEETH: &str = "teeth";
pub(crate) const ESTABLISHMENT: &str = "establishment";

/// A care act without contradictions.
#[derive(Clone, Debug, Default)]
pub(crate) struct CareAct<'j> {
    /// The short code; empty where none is asked for.
    pub(crate) care_type: &'j str,
    pub(crate) care_date: Option<CalendarDate>,
    /// As the act says, before the care type restricts them.
    pub(crate) facts: Facts<'j>,
    /// The fields from which a fact is derived in this act: setting the fact to another value contradicts them.
    pub(crate) derived_from: Vec<(ActFactOrAge, &'static str)>,
}

/// A fact of an act, age included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ActFactOrAge {
    Age,
    Fact(ActFact),
}

impl<'j> CareAct<'j> {
    /// Decodes a whole `CareAct`.
    ///
    /// # Errors
    /// Shape problems, `invalid_string`, `invalid_date`, `born_after_care_date`, `age_out_of_range`, `invalid_tooth`,
    /// `inconsistent_fact`.
    pub(crate) fn decode(json: &'j Json, options: &CareTypeCatalogOptions) -> Result<Self, Error> {
        Self::read(json, options, true)
    }

    /// Decodes an act without its care type; that field is unknown here.
    pub(crate) fn decode_facts(json: &'j Json, options: &CareTypeCatalogOptions) -> Result<Self, Error> {
        Self::read(json, options, false)
    }

    fn read(json: &'j Json, options: &CareTypeCatalogOptions, with_care_type: bool) -> Result<Self, Error> {
        let mut problems = Problems::default();
        let care_type: &[_] = if with_care_type { &[CARE_TYPE] } else { &[] };
        let act = Self::read_into(&mut problems, json, &Path::Root, options, care_type).map(|(act, _)| act);
        let judge = |problems: &mut Problems, json: &Json| {
            CareAct::read_into(problems, json, &Path::Root, options, care_type);
        };
        problems.finish(act).map(|(act, _)| act).map_err(|error| error.with_tried_fixes(json, &judge))
    }

    /// Reads an act that may have other fields, too; also the object with all of them. Among the other fields is the care
    /// type, where one is asked for.
    pub(crate) fn read_into(
        problems: &mut Problems,
        json: &'j Json,
        at: &Path<'_>,
        options: &CareTypeCatalogOptions,
        also: &[&'static str],
    ) -> Option<(Self, Object<'j>)> {
        let facts = ActFact::ALL.map(ActFact::name);
        let others = [CARE_DATE, MEMBER_BIRTH_DATE, MEMBER_AGE, TEETH, ESTABLISHMENT];
        let known: Vec<_> = also.iter().copied().chain(others).chain(facts).listed();
        let object = problems.object(json, at, &known)?;
        let mut reader = Reader { problems, at, object, act: CareAct::default() };
        if also.contains(&CARE_TYPE) {
            reader.care_type();
        }
        reader.age();
        reader.plain_facts();
        reader.visible_tooth(options);
        reader.establishment(options);
        Some((reader.act, object))
    }
}

struct Reader<'r, 'j> {
    problems: &'r mut Problems,
    at: &'r Path<'r>,
    object: Object<'j>,
    act: CareAct<'j>,
}

impl<'j> Reader<'_, 'j> {
    fn care_type(&mut self) {
        let at = self.at.field(CARE_TYPE);
        let code = self.problems.required(&self.object, CARE_TYPE, self.at);
        let code = code.and_then(|json| self.problems.string(json, &at));
        self.act.care_type = code.and_then(|code| self.problems.short_text(code, &at)).unwrap_or_default();
    }

    /// The field's value, where `null` is the same as left out.
    fn optional(&self, name: &str) -> Option<&'j Json> {
        self.object.get(name).filter(|json| !matches!(json, Json::Null))
    }

    fn age(&mut self) {
        let at = self.at.field(MEMBER_AGE);
        let stated = self.optional(MEMBER_AGE).and_then(|json| self.problems.age(json, &at));
        let (care_date, birth_date) = (self.date(CARE_DATE), self.date(MEMBER_BIRTH_DATE));
        self.act.facts.age = stated;
        self.act.care_date = care_date;
        let (Some(care_date), Some(birth_date)) = (care_date, birth_date) else { return };
        self.act.derived_from.push((ActFactOrAge::Age, MEMBER_BIRTH_DATE));
        let birth_at = self.at.field(MEMBER_BIRTH_DATE);
        let care_at = self.at.field(CARE_DATE);
        let care_related = || vec![Related { pointer: care_at.pointer(), message: "the care date".to_owned() }];
        let Some(years) = birth_date.completed_years(care_date) else {
            self.problems.report(Code::BornAfterCareDate, &birth_at, || Details {
                message: "the member is born after the care date".to_owned(),
                related: care_related(),
                ..Details::default()
            });
            return;
        };
        let Some(age) = u8::try_from(years).ok().filter(|age| *age <= MAX_AGE) else {
            self.problems.report(Code::AgeOutOfRange, &birth_at, || Details {
                message: format!("the dates make the member `{years}` years old, more than {MAX_AGE}"),
                related: care_related(),
                ..Details::default()
            });
            return;
        };
        if let Some(stated) = stated.filter(|stated| *stated != age) {
            let birth_related = Related { pointer: birth_at.pointer(), message: "the birth date".to_owned() };
            self.problems.report(Code::InconsistentFact, &at, || Details {
                message: format!("the age is `{stated}`, but the dates make it `{age}`"),
                related: care_related().into_iter().chain([birth_related]).listed(),
                ..Details::default()
            });
        }
        self.act.facts.age = Some(age);
    }

    fn date(&mut self, name: &str) -> Option<CalendarDate> {
        let json = self.optional(name)?;
        self.problems.date(json, &self.at.field(name))
    }

    /// The eight facts as given.
    fn plain_facts(&mut self) {
        for fact in ActFact::ALL {
            let at = self.at.field(fact.name());
            let value = match self.object.get(fact.name()) {
                None => Fact::Unknown,
                Some(Json::Null) => Fact::NotApplicable,
                Some(json) => match fact.kind() {
                    ConditionKind::Flag => self.problems.boolean(json, &at).map(FactValue::Flag),
                    ConditionKind::Text | ConditionKind::OneOf => self.text(json, &at).map(FactValue::Text),
                }
                .map_or(Fact::Unknown, Fact::Given),
            };
            self.act.facts.set(fact, value);
        }
    }

    fn text(&mut self, json: &'j Json, at: &Path<'_>) -> Option<&'j str> {
        let text = self.problems.string(json, at)?;
        self.problems.short_text(text, at)
    }

    fn visible_tooth(&mut self, options: &CareTypeCatalogOptions) {
        let derived = match self.object.get(TEETH) {
            None => return,
            Some(Json::Null) => Derived::Silent,
            Some(json) => match options::teeth(self.problems, json, &self.at.field(TEETH)) {
                None => return,
                // Of an array with an unreadable tooth, nothing can be said.
                Some(teeth) if matches!(json, Json::Array(items) if items.len() != teeth.len()) => return,
                Some(teeth) if teeth.is_empty() => Derived::NotApplicable,
                Some(teeth) => Derived::Flag(teeth.iter().any(|tooth| options.visible_teeth.contains(*tooth))),
            },
        };
        self.derive(ActFact::IsForAtLeastOneVisibleTooth, TEETH, derived);
    }

    fn establishment(&mut self, options: &CareTypeCatalogOptions) {
        let number = match self.object.get(ESTABLISHMENT) {
            None => return,
            Some(Json::Null) => None,
            Some(json) => match self.text(json, &self.at.field(ESTABLISHMENT)) {
                None => return,
                number => number,
            },
        };
        // Without a list of the others, an establishment says nothing of its convention.
        let Some(others) = &options.non_conventioned_establishments else { return };
        let derived = match number {
            None => Derived::Silent,
            Some(number) => Derived::Flag(others.binary_search_by(|other| other.as_str().cmp(number)).is_err()),
        };
        self.derive(ActFact::IsEtablissementConventionne, ESTABLISHMENT, derived);
    }

    /// Joins what a boolean fact says with what another field says of it.
    fn derive(&mut self, fact: ActFact, from: &'static str, derived: Derived) {
        let stated = self.act.facts.get(fact);
        let value = match derived {
            Derived::Silent if stated == Fact::Unknown => Fact::NotApplicable,
            Derived::Silent => return,
            Derived::NotApplicable => Fact::NotApplicable,
            Derived::Flag(flag) => Fact::Given(FactValue::Flag(flag)),
        };
        if derived != Derived::Silent {
            self.act.derived_from.push((ActFactOrAge::Fact(fact), from));
        }
        // A boolean that could not be read is no second statement.
        if stated != Fact::Unknown && stated != value {
            let from = Related { pointer: self.at.field(from).pointer(), message: format!("`{from}`") };
            self.problems.report(Code::InconsistentFact, &self.at.field(fact.name()), || Details {
                message: format!(
                    "`{}` is `{}`, but {} makes it `{}`",
                    fact.name(),
                    say(stated),
                    from.message,
                    say(value)
                ),
                related: vec![from],
                ..Details::default()
            });
        }
        self.act.facts.set(fact, value);
    }
}

/// What another field says of a boolean fact.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Derived {
    /// `null`: the fact does not apply, unless the boolean itself is there.
    Silent,
    NotApplicable,
    Flag(bool),
}

fn say(fact: Fact<FactValue<'_>>) -> &'static str {
    match fact {
        Fact::Given(FactValue::Flag(true)) => "true",
        Fact::Given(FactValue::Flag(false)) => "false",
        _ => "null",
    }
}
