package dev.garrison.cli.lab;

import dev.garrison.json.JsonForm;

/** Reason why the control of a lab did not do what was requested. */
record LabRefusal(String error) implements JsonForm {}
