package dev.garrison.server.page;

/** Content of the page of a problem. */
record ProblemView(String title, String code, String problem, String remedy) {}
