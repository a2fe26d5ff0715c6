package ru.nms.benchmarks;

import java.time.Duration;
import java.util.function.ToDoubleFunction;

/// What every measurement over a filled registry needs.
record Setting(Options options, Subject subject, People people, Report report) {

    static final String REGISTRY = "/api/registry/v1/people";

    String coordinator() {
        return subject.tokens().of("COORDINATOR", "api");
    }

    String federal() {
        return subject.tokens().of("FEDERAL", "sync");
    }

    ToDoubleFunction<Duration> load(int port, int expected, Load.Shot shot) {
        return new Load(port, options.clients(), expected, shot)::run;
    }

    ToDoubleFunction<Duration> limit(Script script) {
        var limit = new Limit(people.registry(), options.clients());
        return time -> limit.run(script, time);
    }

    Turns turns() {
        return new Turns(options.rounds(), options.run());
    }
}
