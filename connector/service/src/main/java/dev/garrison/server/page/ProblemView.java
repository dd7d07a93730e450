package dev.garrison.server.page;

/** A page that says why there is no other. */
record ProblemView(String title, String code, String problem, String remedy) {}
