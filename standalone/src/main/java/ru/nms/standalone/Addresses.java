package ru.nms.standalone;

/// Where everything is, for a person to read.
final class Addresses {

    private Addresses() {}

    static String of(RunningSystem system) {
        var text = new StringBuilder("""
                Ready.
                  gateway      %s   (with the page of all APIs)
                  identity     %s
                """.formatted(system.gateway(), system.issuer()));
        ServiceSpec.ALL.forEach(service -> text.append("  %-12s %s%n".formatted(service.name(), service.address(system.options()))));
        return text.append("""
                  PostgreSQL   %s
                  Kafka        %s
                """.formatted(system.database(), system.kafka())).toString();
    }
}
