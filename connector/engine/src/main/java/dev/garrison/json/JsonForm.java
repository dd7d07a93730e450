package dev.garrison.json;

/**
 * Record whose components are the fields of a JSON object that Garrison writes or reads. Only forms
 * become JSON: a record that the program works with never does, so that renaming one of its
 * components changes no file and no answer.
 *
 * <p>A form consists of texts, numbers, times, collections of these, and other forms. A part that
 * is added to a form that is already written somewhere is an {@link java.util.Optional}.
 */
public interface JsonForm {}
