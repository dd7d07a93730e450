package dev.garrison.browser;

/** A cookie that the browser holds, with what it was told of it. */
public record Cookie(
    String name,
    String value,
    String path,
    boolean httpOnly,
    boolean secure,
    String sameSite,
    boolean endsWithTheBrowser) {}
