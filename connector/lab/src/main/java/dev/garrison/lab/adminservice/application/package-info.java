/** Applications, their revisions, and their deployment types. */
@NullMarked
package dev.garrison.lab.adminservice.application;

import org.jspecify.annotations.NullMarked;
