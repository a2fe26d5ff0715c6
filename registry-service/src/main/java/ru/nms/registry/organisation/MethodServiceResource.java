package ru.nms.registry.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import com.fasterxml.jackson.annotation.JsonInclude;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Role;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.region.Territory.MmsLegalForm;

/// In which forms municipal method services exist, as recorded and as the region reports it.
@RestController
class MethodServiceResource {

    private final FiguresStore figures;
    private final RegionProfile profile;

    MethodServiceResource(FiguresStore figures, RegionProfile profile) {
        this.figures = figures;
        this.profile = profile;
    }

    /// @param municipalities how many the region says it has; else how many it lists
    /// @param withoutForm    services of which no form is known
    /// @param withoutService listed municipalities without a service
    /// @param mismatch       what does not add up; empty when everything does
    record Summary(long municipalities, List<Form> forms, long withoutForm, long withoutService, List<Mismatch> mismatch) {}

    /// @param recorded municipalities that have a service of this form
    /// @param reported as the region reports it; absent where it does not
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Form(String code, String title, long recorded, @Nullable Integer reported) {}

    /// @param what       `REPORTED` or `RECORDED`
    /// @param services   the sum over all forms
    /// @param difference services less municipalities
    record Mismatch(String what, long services, long municipalities, long difference) {}

    /// Forms of the services as recorded, beside what the region reports.
    @Allow({Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/api/registry/v1/municipal-method-services/summary")
    Mono<Summary> summary() {
        return figures.methodServices().collectMap(FiguresStore.ByForm::form, FiguresStore.ByForm::municipalities)
                .zipWith(figures.municipalitiesWithoutService(), this::summary);
    }

    private Summary summary(Map<String, Long> recorded, long withoutService) {
        var reported = profile.territory().mmsLegalForms();
        var forms = DetailRules.legalForms(profile).stream().map(code -> new Form(code, title(code),
                recorded.getOrDefault(code, 0L), reported.stream().filter(it -> it.code().equals(code)).findFirst()
                        .map(MmsLegalForm::count).orElse(null))).toList();
        var stated = profile.territory().municipalityCount();
        long municipalities = stated == null ? profile.municipalities().size() : stated;
        long all = recorded.values().stream().mapToLong(Long::longValue).sum();
        var mismatch = new ArrayList<Mismatch>();
        if (!reported.isEmpty()) {
            compare("REPORTED", reported.stream().mapToLong(MmsLegalForm::count).sum(), municipalities, mismatch);
        }
        compare("RECORDED", all, municipalities, mismatch);
        return new Summary(municipalities, forms, recorded.getOrDefault("", 0L), withoutService, mismatch);
    }

    private static void compare(String what, long services, long municipalities, List<Mismatch> mismatch) {
        if (services != municipalities) {
            mismatch.add(new Mismatch(what, services, municipalities, services - municipalities));
        }
    }

    private String title(String code) {
        return profile.territory().mmsLegalForms().stream().filter(it -> it.code().equals(code)).findFirst()
                .map(MmsLegalForm::title).orElseGet(() -> profile.label(code));
    }
}
