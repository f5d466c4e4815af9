//! What do people write for a known value of a fact? French and other words, and abbreviations, each with the value that is meant.
//!
//! Case, accents, blanks and hyphens do not count when they are compared, and a misspelt one is near, too. A word that could mean
//! two values is in no list.

/// Professions.
pub(crate) static PRACTITIONERS: &[(&str, &str)] = &[
    ("généraliste", "GENERAL_PRACTITIONER"),
    ("médecin généraliste", "GENERAL_PRACTITIONER"),
    ("médecin traitant", "GENERAL_PRACTITIONER"),
    ("spécialiste", "SPECIALIST"),
    ("médecin spécialiste", "SPECIALIST"),
    ("anesthésiste", "ANAESTHETIST"),
    ("cardiologue", "CARDIOLOGIST"),
    ("dermatologue", "DERMATOLOGIST"),
    ("radiologue", "RADIOLOGIST"),
    ("gynécologue", "GYNAECOLOGIST"),
    ("pédiatre", "PAEDIATRICIAN"),
    ("ophtalmologue", "OPHTHALMOLOGIST"),
    ("ophtalmologiste", "OPHTHALMOLOGIST"),
    ("ophtalmo", "OPHTHALMOLOGIST"),
    ("stomatologue", "STOMATOLOGIST"),
    ("psychiatre", "PSYCHIATRIST"),
    ("dentiste", "DENTIST"),
    ("chirurgien-dentiste", "DENTIST"),
    ("orthodontiste", "ORTHODONTIST"),
    ("sage-femme", "MIDWIFE"),
    ("infirmier", "NURSE"),
    ("infirmière", "NURSE"),
    ("psychologue", "PSYCHOLOGIST"),
    ("kinésithérapeute", "PHYSIOTHERAPIST"),
    ("masseur-kinésithérapeute", "PHYSIOTHERAPIST"),
    ("kiné", "PHYSIOTHERAPIST"),
    ("pédicure-podologue", "PODIATRIST"),
    ("podologue", "PODIATRIST"),
    ("pédicure", "PODIATRIST"),
    ("orthophoniste", "SPEECH_THERAPIST"),
    ("orthoptiste", "ORTHOPTIST"),
    ("laboratoire", "LABORATORY"),
    ("pharmacien", "PHARMACIST"),
    ("pharmacie", "PHARMACIST"),
    ("ambulancier", "MEDICAL_TRANSPORT"),
    ("transport sanitaire", "MEDICAL_TRANSPORT"),
    ("fournisseur", "SUPPLIER"),
    ("opticien", "OPTICIAN"),
    ("audioprothésiste", "HEARING_AID_SPECIALIST"),
    ("ostéopathe", "OSTEOPATH"),
    ("chiropracteur", "CHIROPRACTOR"),
    ("acupuncteur", "ACUPUNCTURIST"),
    ("diététicien", "DIETITIAN"),
];

/// Classes of corrective lenses.
pub(crate) static LENS_COMPLEXITIES: &[(&str, &str)] =
    &[("complexe", "COMPLEX"), ("très complexe", "VERY_COMPLEX"), ("hypercomplexe", "VERY_COMPLEX")];

/// Grand groups of disciplines.
pub(crate) static NATURES_DE_SOINS: &[(&str, &str)] = &[
    ("medicine", "MEDECINE"),
    ("surgery", "CHIRURGIE"),
    ("obstétrique", "GYNECOLOGIE_OBSTETRIQUE"),
    ("gynécologie", "GYNECOLOGIE_OBSTETRIQUE"),
    ("maternité", "GYNECOLOGIE_OBSTETRIQUE"),
    ("SSR", "SOINS_DE_SUITE_ET_READAPTATION"),
    ("soins de suite", "SOINS_DE_SUITE_ET_READAPTATION"),
    ("USLD", "SOINS_DE_LONGUE_DUREE"),
    ("psychiatrie", "MALADIES_MENTALES_TOXICOMANIES"),
];
