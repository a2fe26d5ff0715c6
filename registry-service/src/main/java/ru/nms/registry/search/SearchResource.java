package ru.nms.registry.search;

import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.ReadAudit;
import ru.nms.platform.access.Role;
import ru.nms.platform.list.Kind;
import ru.nms.platform.region.RegionProfile;
import ru.nms.registry.search.SearchStore.Hit;

/// One search over all registers.
@RestController
@RequestMapping("/api/registry/v1/search")
class SearchResource {

    private final SearchStore store;
    private final SameNames names;
    private final ReadAudit audit;

    SearchResource(SearchStore store, RegionProfile profile, ReadAudit audit) {
        this.store = store;
        this.names = new SameNames(profile.terms());
        this.audit = audit;
    }

    record Hits(List<Hit> items) {}

    /// Searches all registers. What goes by a name or an alias, in all registers that the caller sees; by any of the names that the region has for
    /// one thing.
    ///
    /// @param q    words in any order, parts of words too
    /// @param each most hits of each kind
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.PROVIDER,
            Role.COORDINATOR, Role.MINISTRY})
    @GetMapping
    Mono<Hits> search(Caller caller, @RequestParam @Size(min = 3, max = 200) String q,
                      @RequestParam(defaultValue = "10") @Min(1) @Max(50) int each, ServerWebExchange exchange) {
        return store.find(caller, names.ways(q).stream().map(Kind::words).toList(), each)
                .delayUntil(hits -> {
                    var people = hits.stream().filter(hit -> hit.kind().equals("person")).map(Hit::id).toList();
                    return people.isEmpty() ? Mono.empty() : audit.record(caller, people, "name", exchange);
                })
                .map(Hits::new);
    }
}
