/** The lab over raw HTTP: these tests define it, not our client. */
@NullMarked
package dev.garrison.lab;

import org.jspecify.annotations.NullMarked;
