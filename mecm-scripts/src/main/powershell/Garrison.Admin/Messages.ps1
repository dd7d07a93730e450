# What the functions of this module say themselves. Each message has a code; docs/reference/diagnostic-codes.md explains it. What the
# program says has its own codes.
$Text = @{
    ProgramMissing       = 'garrison.exe is neither beside this module nor in a folder of the machine''s PATH. Name it with -Program. [GAR-P030]'
    ProgramUnclear       = "'{0}' is not the full path of a program (.exe) that is there. [GAR-P031]"
    ProgramNotStarted    = '{0} could not be started: {1} [GAR-P032]'
    AnswerUnreadable     = '{0} ended with {1}, and its answer cannot be read: {2} [GAR-P033]'
    AnswerOfOtherVersion = "{0} answered in the format '{1}', and this module reads '{2}'. Take module and program from the same package. [GAR-P034]"
    PlanWithoutFile      = 'This plan is in no file, and only a plan in a file is applied. Make it with Get-GarrisonPlan -OutFile. [GAR-P035]'
    PlanFileUnreadable   = '{0} is not a plan that can be read: {1} Nothing was written. Make it with Get-GarrisonPlan -OutFile. [GAR-P036]'
    ChainBroken          = 'The chain of the journal is broken: {0} [GAR-P037]'
    PathUnclear          = "'{0}' is not a path of the file system: {1} [GAR-P038]"
    WordUnclear          = 'A value has a character that no command line can carry (U+0000). [GAR-P039]'
}
