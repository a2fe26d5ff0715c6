package ru.nms.standalone;

import java.util.List;

/// One process of the distributed form, here one context.
///
/// @param name also its configuration name, its database and its part of the paths
/// @param mainClass named, not referred to, so that starting one service does not load another's classes
/// @param offset of its port among those of the services
record ServiceSpec(String name, String mainClass, int offset) {

    static final List<ServiceSpec> ALL = List.of(
            new ServiceSpec("registry", "ru.nms.registry.RegistryApplication", 0),
            new ServiceSpec("diagnostics", "ru.nms.diagnostics.DiagnosticsApplication", 1),
            new ServiceSpec("iom", "ru.nms.iom.IomApplication", 2),
            new ServiceSpec("events", "ru.nms.events.EventsApplication", 3),
            new ServiceSpec("monitoring", "ru.nms.monitoring.MonitoringApplication", 4));
    static final ServiceSpec GATEWAY = new ServiceSpec("gateway", "ru.nms.gateway.GatewayApplication", -1);

    /// Whether the service is part of this build.
    boolean present() {
        return ServiceSpec.class.getResource("/" + mainClass.replace('.', '/') + ".class") != null;
    }

    int port(Options options) {
        return this == GATEWAY ? options.gatewayPort() : options.servicePorts() + offset;
    }

    String address(Options options) {
        return "http://127.0.0.1:" + port(options);
    }
}
