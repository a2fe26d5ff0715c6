package ru.nms.platform.list;

/// A resource whose [Listing] is not a constant: it says itself what can be asked.
public interface Listed {

    /// @param open for those without a token
    Listing listing(boolean open);
}
