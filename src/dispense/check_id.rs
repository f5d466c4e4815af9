//! Which checks are there?

use crate::ground::small::names::names;

names! {
    /// The id of a check, as in `docs/dispense.md`; part of the API.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::dispensing::DispenseCheckId;
    /// assert_eq!(DispenseCheckId::ContractExists.as_str(), "contract_exists");
    /// assert_eq!(DispenseCheckId::Quantity.to_string(), "quantity");
    /// ```
    #[non_exhaustive]
    pub enum DispenseCheckId {
        /// The legal entity of the token is found.
        LegalEntityExists = "legal_entity_exists",
        /// The legal entity is active.
        LegalEntityActive = "legal_entity_active",
        /// The legal entity is of a type that dispenses.
        LegalEntityType = "legal_entity_type",
        /// The prescription is found.
        MedicationRequestExists = "medication_request_exists",
        /// The prescription is active.
        MedicationRequestActive = "medication_request_active",
        /// Today is in the period of the prescription.
        DispensePeriod = "dispense_period",
        /// The prescription is not blocked.
        MedicationRequestBlocked = "medication_request_blocked",
        /// The prescription is an order, not a plan.
        Intent = "intent",
        /// The user of the token is an employee of its legal entity.
        Employee = "employee",
        /// The division is found.
        DivisionExists = "division_exists",
        /// The medical program is found.
        ProgramExists = "program_exists",
        /// The medical program is active.
        ProgramActive = "program_active",
        /// The medical program is the prescription's.
        ProgramMatches = "program_matches",
        /// The legal entity has a contract of today for the program.
        ContractExists = "contract_exists",
        /// Such a contract is not suspended.
        ContractNotSuspended = "contract_not_suspended",
        /// Such a contract names the division.
        ContractDivision = "contract_division",
        /// The medication is found and is a brand.
        MedicationExists = "medication_exists",
        /// The medication is active and has a primary ingredient.
        MedicationActive = "medication_active",
        /// The medication is one of the program.
        MedicationParticipant = "medication_participant",
        /// The care plan that the prescription is based on is active.
        CarePlanStatus = "care_plan_status",
        /// The activity that the prescription is based on is scheduled or in progress.
        ActivityStatus = "activity_status",
        /// The division is active.
        DivisionActive = "division_active",
        /// The division is one of the legal entity.
        DivisionOwner = "division_owner",
        /// The division is verified in the register of licences.
        DivisionDls = "division_dls",
        /// The division provides the program.
        ProvisionActive = "provision_active",
        /// The provision is under a contract of today.
        ProvisionContract = "provision_contract",
        /// The code is the prescription's.
        Code = "code",
        /// The program has a brand of the prescribed ingredient.
        InnmParticipant = "innm_participant",
        /// The patient has no other dispensed prescription of this ingredient for the same time.
        SameInnm = "same_innm",
        /// No check of the program marks it INVALID.
        Qualify = "qualify",
        /// No other dispense of the prescription is in the way.
        OtherDispenses = "other_dispenses",
        /// The quantity is the prescribed one.
        Quantity = "quantity",
        /// The quantity is a multiple of a package.
        Multiplicity = "multiplicity",
        /// The discount is within what the program reimburses.
        DiscountAmount = "discount_amount",
    }
}
