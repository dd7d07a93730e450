/** The AdminService's verbs over the simulated provider. */
@NullMarked
package dev.garrison.lab.adminservice;

import org.jspecify.annotations.NullMarked;
