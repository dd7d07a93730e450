package dev.garrison.server.page;

/**
 * Content of the page of a problem.
 *
 * @param address of the page that was requested
 */
record ProblemView(String title, String code, String problem, String remedy, String address) {}
