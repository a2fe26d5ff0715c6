package ru.nms.diagnostics.person;

/// What files may say in the place of the registry, and the table that holds its copy.
enum Subject {
    MUNICIPALITY("municipality"), ORGANISATION("organisation"), PERSON("person");

    private final String table;

    Subject(String table) {
        this.table = table;
    }

    String table() {
        return table;
    }
}
