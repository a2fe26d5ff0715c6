package ru.nms.diagnostics.survey;

import java.util.UUID;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.platform.fate.PersonTraces;

/// Answers that bear a name follow a person who goes on under another id. Of two in one round the one who stays keeps theirs.
@Service
class SurveyTraceService implements PersonTraces {

    private final SurveyStore store;

    SurveyTraceService(SurveyStore store) {
        this.store = store;
    }

    @Override
    public Mono<Void> passOn(UUID from, UUID to) {
        return store.passOn(from, to);
    }

    /// What was counted in groups stays.
    @Override
    public Mono<Void> erase(UUID person) {
        return store.erase(person);
    }
}
