package ru.nms.contracts;

/// A state topic: compacted, the key is the subject's id, the value its whole public state, an empty value says that
/// the subject is gone.
///
/// @param name `<service>.<thing>.v<number>`
/// @param type the record of its events
public record Topic<E extends Event>(String name, Class<E> type) {

    /// The service that owns the topic.
    public String owner() {
        return name.substring(0, name.indexOf('.'));
    }

    /// Where consumers park what they cannot read.
    public String deadLetters() {
        return name + ".dlt";
    }
}
