/** Scope documents: XML in a parameter that selects updates or computers. */
@NullMarked
package dev.garrison.lab.wsus.scope;

import org.jspecify.annotations.NullMarked;
