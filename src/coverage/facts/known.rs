//! Which values does validation know for the text facts?
//!
//! An act may carry any value: real data is wider than any list. A catalogue's option `knownValues` extends the lists.

use crate::coverage::facts::usual_words;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::message::SaysUnknown;
use crate::ground::diagnostics::sentences as say;

/// The values of a text fact.
#[derive(Debug)]
pub(crate) struct KnownList {
    /// In the option `knownValues` of a catalogue.
    pub(crate) name: &'static str,
    pub(crate) form: ValueForm,
    /// What is reported for a value that is not known, and what is said of it, with the nearest known one.
    pub(crate) unknown: Code,
    pub(crate) says: SaysUnknown,
    pub(crate) values: &'static [&'static str],
    /// What is written for them, each with the value that is meant.
    pub(crate) also: &'static [(&'static str, &'static str)],
}

/// How the values of a text fact are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ValueForm {
    /// A word: one that is not known is perhaps a misspelt one.
    Word,
    /// Two digits of a published list: another number is another value.
    TwoDigits {
        /// What is reported for anything else.
        otherwise: Code,
    },
}

/// Professions; an act has exactly one.
pub(crate) static PRACTITIONERS: KnownList = KnownList {
    name: "practitioners",
    form: ValueForm::Word,
    unknown: Code::UnknownPractitioner,
    says: |value, nearest| say::unknown_practitioner(value, nearest),
    values: &[
        "GENERAL_PRACTITIONER",
        "SPECIALIST",
        "ANAESTHETIST",
        "CARDIOLOGIST",
        "DERMATOLOGIST",
        "RADIOLOGIST",
        "GYNAECOLOGIST",
        "PAEDIATRICIAN",
        "OPHTHALMOLOGIST",
        "STOMATOLOGIST",
        "PSYCHIATRIST",
        "DENTIST",
        "ORTHODONTIST",
        "MIDWIFE",
        "NURSE",
        "PSYCHOLOGIST",
        "PHYSIOTHERAPIST",
        "PODIATRIST",
        "SPEECH_THERAPIST",
        "ORTHOPTIST",
        "LABORATORY",
        "PHARMACIST",
        "MEDICAL_TRANSPORT",
        "SUPPLIER",
        "OPTICIAN",
        "HEARING_AID_SPECIALIST",
        "OSTEOPATH",
        "CHIROPRACTOR",
        "ACUPUNCTURIST",
        "DIETITIAN",
    ],
    also: usual_words::PRACTITIONERS,
};

/// Classes of corrective lenses.
pub(crate) static LENS_COMPLEXITIES: KnownList = KnownList {
    name: "glassesLensComplexities",
    form: ValueForm::Word,
    unknown: Code::UnknownLensComplexity,
    says: |value, nearest| say::unknown_lens_complexity(value, nearest),
    values: &["SIMPLE", "COMPLEX", "VERY_COMPLEX"],
    also: usual_words::LENS_COMPLEXITIES,
};

/// The national list of treatment modes of 2020.
pub(crate) static TREATMENT_MODES: KnownList = KnownList {
    name: "treatmentModes",
    form: ValueForm::TwoDigits { otherwise: Code::TreatmentModeFormat },
    unknown: Code::UnknownTreatmentMode,
    says: |value, nearest| say::unknown_treatment_mode(value, nearest),
    values: &[
        "00", "03", "04", "05", "06", "07", "10", "11", "12", "13", "14", "15", "16", "17", "19", "20", "21", "22",
        "23", "24", "35", "37", "38", "39", "99",
    ],
    also: &[],
};

/// The twelve national grand groups of disciplines.
pub(crate) static NATURES_DE_SOINS: KnownList = KnownList {
    name: "naturesDeSoins",
    form: ValueForm::Word,
    unknown: Code::UnknownNatureDeSoins,
    says: |value, nearest| say::unknown_nature_de_soins(value, nearest),
    values: &[
        "MEDECINE",
        "CHIRURGIE",
        "GYNECOLOGIE_OBSTETRIQUE",
        "SOINS_DE_SUITE_ET_READAPTATION",
        "SOINS_DE_LONGUE_DUREE",
        "MALADIES_MENTALES_TOXICOMANIES",
        "DISCIPLINE_SUPPLEMENT_TAA",
        "ENFANCE_HANDICAPEE",
        "ADULTES_HANDICAPES",
        "PERSONNES_AGEES",
        "MEDICO_SOCIAL",
        "INDIFFERENCIEES",
    ],
    also: usual_words::NATURES_DE_SOINS,
};
