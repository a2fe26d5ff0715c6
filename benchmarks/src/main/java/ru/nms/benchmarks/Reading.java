package ru.nms.benchmarks;

import java.time.Duration;
import java.util.Map;

/// One person, at the service and through the gateway, against the same SELECT.
record Reading(Setting setting) {


    void play() {
        var select = Limit.script(Map.of("n", setting.people().count()), Sql.READ);
        var service = setting.turns().play(load(setting.subject().registry()), setting.limit(select));
        setting.report().ratio("read one person at the service", service.ours(), service.limit(), "/s", 0.30);
        var gateway = setting.turns().play(load(setting.subject().gateway()), setting.limit(select));
        setting.report().ratio("read one person through the gateway", gateway.ours(), gateway.limit(), "/s", 0.15);
    }

    private java.util.function.ToDoubleFunction<Duration> load(int port) {
        return setting.load(port, 200, one());
    }

    private Load.Shot one() {
        var token = setting.coordinator();
        int people = setting.people().count();
        return random -> Requests.get(Setting.REGISTRY + "/" + People.id(1 + random.nextInt(people)), token);
    }
}
