package ru.nms.registry.organisation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.OrganisationKind;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.region.Territory.MmsLegalForm;

/// What the details of an organisation may say, and when it may change its name.
final class DetailRules {

    static final String METHOD_SERVICE = "MMS";

    /// The forms there are where a region does not list its own.
    enum LegalForm { OWN_LEGAL_ENTITY, OTHER_ORGANIZATION, AUTHORITY_SPECIALISTS }

    private final RegionProfile profile;

    DetailRules(RegionProfile profile) {
        this.profile = profile;
    }

    static List<String> legalForms(RegionProfile profile) {
        var own = profile.territory().mmsLegalForms().stream().map(MmsLegalForm::code).toList();
        return own.isEmpty() ? Arrays.stream(LegalForm.values()).map(LegalForm::name).toList() : own;
    }

    List<Fault> check(OrganisationDraft draft, @Nullable Organisation present, LocalDate today) {
        var faults = new Faults().addAll(dates(draft, present, today));
        var details = draft.details();
        if (details == null) {
            return faults.found();
        }
        var form = details.legalForm();
        return faults.unless(form == null || !draft.kind().equals(METHOD_SERVICE) || legalForms(profile).contains(form),
                        Fault.at("/details/legalForm", "no-such-legal-form", String.join(", ", legalForms(profile))).under(formsClause()))
                .unless(details.flags().isEmpty() || teaches(draft), Fault.at("/details/flags", "not-a-school"))
                .addAll(staffing(details)).found();
    }

    private static List<Fault> dates(OrganisationDraft draft, @Nullable Organisation present, LocalDate today) {
        var opened = draft.openedOn() != null || present == null ? draft.openedOn() : present.openedOn();
        var renamed = draft.renamedOn();
        var last = present == null || present.formerNames().isEmpty() ? opened : present.formerNames().getLast().until();
        return new Faults()
                .unless(opened == null || draft.closedOn() == null || draft.closedOn().isAfter(opened),
                        Fault.at("/closedOn", "ends-before-start"))
                .unless(renamed == null || !renamed.isAfter(today), Fault.at("/renamedOn", "not-future"))
                .unless(renamed == null || last == null || renamed.isAfter(last), Fault.at("/renamedOn", "rename-out-of-order"))
                .found();
    }

    private static List<Fault> staffing(Details details) {
        var faults = new Faults();
        for (int n = 0; n < details.staffing().size(); n++) {
            var row = details.staffing().get(n);
            faults.unless(row.filled().compareTo(row.planned()) <= 0,
                    Fault.at("/details/staffing/" + n + "/filled", "filled-above-planned"));
        }
        var subjects = details.staffing().stream().map(row -> Kind.fold(row.subject())).collect(Collectors.toSet());
        return faults.unless(subjects.size() == details.staffing().size(), Fault.at("/details/staffing", "repeated-subject")).found();
    }

    private boolean teaches(OrganisationDraft draft) {
        return profile.kinds(draft.kind(), draft.level()).stream().anyMatch(OrganisationKind::employsTeachers);
    }

    private String formsClause() {
        return profile.clause(profile.territory().mmsLegalForms().stream().map(MmsLegalForm::source));
    }
}
