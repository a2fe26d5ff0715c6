package ru.nms.registry.young;

import java.time.LocalDate;
import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.region.PeopleRules.SupportForm;
import ru.nms.platform.region.RegionProfile;

/// How many young teachers the forms of support reached: each form apart, and apart from the methodists' support.
@RestController
@RequestMapping("/api/registry/v1/young-teacher-support")
class SupportCountsResource {

    /// @param people young teachers with at least one participation
    record Form(String code, String title, long people) {}

    /// @param supported    young teachers who took part in a form that is not counted apart: the numerator of the indicator
    /// @param byMethodists young teachers assigned to regional methodists, counted apart
    record Counts(List<Form> forms, long supported, long byMethodists) {}

    private final YoungStore store;
    private final List<SupportForm> forms;
    private final List<String> apart;

    SupportCountsResource(YoungStore store, RegionProfile profile) {
        this.store = store;
        this.forms = profile.people().supportForms();
        this.apart = forms.stream().filter(SupportForm::apart).map(SupportForm::code).toList();
    }

    /// Young teachers whom each form of support reached in the period.
    @Allow(anyoneSignedIn = true)
    @GetMapping
    Mono<Counts> counts(@RequestParam LocalDate from, @RequestParam LocalDate to) {
        return Mono.zip(store.byForm(from, to).collectMap(YoungStore.Counted::form, YoungStore.Counted::people),
                        store.supported(from, to, apart), store.byMethodists(from, to))
                .map(found -> new Counts(forms.stream()
                        .map(it -> new Form(it.code(), it.title(), found.getT1().getOrDefault(it.code(), 0L))).toList(),
                        found.getT2(), found.getT3()));
    }
}
