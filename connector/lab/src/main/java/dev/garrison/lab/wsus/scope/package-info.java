/** Scope documents: XML inside a parameter that says which updates or computers are meant. */
@NullMarked
package dev.garrison.lab.wsus.scope;

import org.jspecify.annotations.NullMarked;
