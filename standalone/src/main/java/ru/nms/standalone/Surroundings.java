package ru.nms.standalone;

import java.util.HashMap;
import java.util.Map;

import ru.nms.platform.embedded.Database;

/// What a context must know of the rest of the process, as properties.
///
/// @param issuer of the tokens
/// @param kafka bootstrap servers
record Surroundings(Options options, String issuer, String kafka) {

    Map<String, Object> of(ServiceSpec service, Database database) {
        var all = common(service);
        all.put("nms.region", options.region());
        all.put("nms.kafka.bootstrap-servers", kafka);
        all.put("nms.database.host", database.host());
        all.put("nms.database.port", database.port());
        all.put("nms.database.name", database.name());
        all.put("nms.database.user", database.user());
        all.put("nms.database.password", database.password());
        return all;
    }

    Map<String, Object> ofGateway() {
        var all = common(ServiceSpec.GATEWAY);
        ServiceSpec.ALL.forEach(service -> all.put("nms.gateway.services." + service.name(), service.address(options)));
        return all;
    }

    /// Health and metrics ports are for the distributed form; here each would cost another server.
    private Map<String, Object> common(ServiceSpec service) {
        var all = new HashMap<String, Object>();
        all.put("server.port", service.port(options));
        all.put("management.server.port", -1);
        all.put("management.observations.enable.all", false);   // nobody could read them
        all.put("nms.identity.issuer", issuer);
        all.put("nms.identity.jwks-uri", issuer + "/oauth2/jwks");
        return all;
    }
}
