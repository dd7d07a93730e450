/**
 * Calls Configuration Manager's administration service, its REST interface to the SMS Provider. The
 * packages for each kind of object send their requests through it. See <a
 * href="https://learn.microsoft.com/intune/configmgr/develop/adminservice/overview">What is the
 * administration service in Configuration Manager?</a>
 */
@NullMarked
package dev.garrison.mecm.adminservice;

import org.jspecify.annotations.NullMarked;
