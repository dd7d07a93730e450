/** Reads from a site what tells which antivirus protects its servers. */
@NullMarked
package dev.garrison.survey.antivirus;

import org.jspecify.annotations.NullMarked;
