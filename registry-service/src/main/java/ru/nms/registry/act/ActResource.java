package ru.nms.registry.act;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.Page;
import ru.nms.platform.register.Entry;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Normative acts: what amends and repeals what, and what is in force on a day.
@RestController
@RequestMapping(ActResource.PATH)
@AllowEntries(keep = {Role.COORDINATOR, Role.MINISTRY})
class ActResource extends RegisterResource<Act> {

    static final String PATH = "/api/registry/v1/acts";

    /// What anybody may know: not whom an act appoints.
    record Open(UUID id, Act.Kind kind, @Nullable String issuer, @Nullable String number, @Nullable LocalDate date, String title,
                @Nullable String file, @Nullable String status, List<UUID> amendsIds, List<UUID> repealsIds,
                @Nullable UUID annexToId, @Nullable LocalDate inForceOn, @Nullable LocalDate repealedOn) {

        static Open of(Entry<Act> entry) {
            var it = entry.content();
            return new Open(entry.id(), it.kind(), it.issuer(), it.number(), it.date(), it.title(), it.file(), entry.shown("status"),
                    it.amendsIds(), it.repealsIds(), it.annexToId(), it.inForceOn(), it.repealedOn());
        }
    }

    ActResource(Register<Act> register, Registers registers) {
        super(PATH, register, registers);
    }

    /// The acts in force, for readers without a token.
    @Allow(everyone = true)
    @GetMapping("/open")
    Mono<Page<Open>> open(ListRequest request) {
        return registers.open(register, request, "TRUE", Open::of);
    }
}
