using Turna.Kernel;

namespace Turna.Cases;

internal static class CasesPermissions
{
    public const string LogName = "consultations.log";
    public const string CorrectName = "consultations.correct";
    public const string OpenName = "cases.open";
    public const string WorkName = "cases.work";
    public const string SuperviseName = "cases.supervise";
    public const string KeepTextsName = "consultations.texts";
    public const string ImportName = "consultations.import";

    public static readonly Permission Log = new(
        LogName, "Log consultations and see those of own teams", [Role.FrontDesk, Role.Caseworker, Role.Protection, Role.Supervisor]);

    public static readonly Permission Correct = new(
        CorrectName, "Correct consultations: own ones, and those of teams whose cases one keeps", [Role.FrontDesk, Role.Caseworker, Role.Protection, Role.Supervisor]);

    public static readonly Permission Open = new(OpenName, "Open cases, their notes and files", [Role.Caseworker, Role.Protection, Role.Supervisor]);

    public static readonly Permission Work = new(WorkName, "See what is due", [Role.FrontDesk, Role.Caseworker, Role.Protection, Role.Supervisor]);

    public static readonly Permission Supervise = new(SuperviseName, "Approve closing, hand over, see the team's load", [Role.Supervisor]);

    public static readonly Permission KeepTexts = new(KeepTextsName, "Keep the ready texts of the organisation", [Role.Supervisor, Role.Administrator]);

    public static readonly Permission Import = new(ImportName, "Bring in registers", [Role.Caseworker, Role.Protection, Role.Supervisor]);

    public static IReadOnlyList<Permission> All { get; } = [Log, Correct, Open, Work, Supervise, KeepTexts, Import];
}

internal static class CasesActs
{
    public static readonly Act ConsultationLogged = new("consultation.logged", "A consultation was logged");
    public static readonly Act ConsultationOpened = new("consultation.read", "Consultations were opened and read");
    public static readonly Act ConsultationCorrected = new("consultation.corrected", "A consultation was corrected");
    public static readonly Act CannedTextChanged = new("canned-text.changed", "A ready text of the organisation was changed");
    public static readonly Act CaseOpened = new("case.opened", "A case was opened for a person");
    public static readonly Act CaseRead = new("case.read", "A case was opened and read");
    public static readonly Act NoteWritten = new("case.note-written", "A note was written in a case");
    public static readonly Act StageChanged = new("case.stage-changed", "A case moved to another stage");
    public static readonly Act DangerChanged = new("case.danger-changed", "A case was marked as in danger, or no longer");
    public static readonly Act MistakeMarked = new("case.mistake-marked", "A note or a service of a case was marked as entered by mistake");
    public static readonly Act ServiceProvided = new("case.service-provided", "A service was provided within a case");
    public static readonly Act TaskMade = new("task.made", "A task was made");
    public static readonly Act TaskDone = new("task.done", "A task was done");
    public static readonly Act TaskPostponed = new("task.postponed", "A task was postponed");
    public static readonly Act HandedOver = new("case.handed-over", "A case was handed over to a colleague");
    public static readonly Act ColleagueNamed = new("case.colleague-named", "A colleague was named in a protected case");
    public static readonly Act StoryCorrected = new("case.story-corrected", "What happened in a case was corrected");
    public static readonly Act ReachChanged = new("case.reach-changed", "It was changed who may know of a case");
    public static readonly Act WorkSeen = new("work.seen", "What is due was opened and read");
    public static readonly Act RegisterImported = new("register.imported", "A register was brought in");
    public static readonly Act RegisterStaged = new("register.staged", "A register was sealed and read, to be brought in");
    public static readonly Act RegisterOpened = new("register.read", "The sealed rows of a register were opened");
    public static readonly Act RegisterDecided = new("register.decided", "It was decided who is who in a register");
    public static readonly Act RegisterCorrected = new("register.corrected", "A row of a register was corrected or confirmed before it came in");
    public static readonly Act RegisterCancelled = new("register.cancelled", "A register was given up and destroyed");
    public static readonly Act RegisterReportTaken = new("register.report-taken", "The report on a register was downloaded");
    public static readonly Act RegisterReportDestroyed = new("register.report-destroyed", "The report on a register was destroyed");

    public static IReadOnlyList<Act> All { get; } =
    [
        ConsultationLogged, ConsultationOpened, ConsultationCorrected, CannedTextChanged, CaseOpened, CaseRead, NoteWritten, StageChanged, DangerChanged,
        MistakeMarked, ServiceProvided, TaskMade, TaskDone, TaskPostponed, HandedOver, ColleagueNamed, StoryCorrected, ReachChanged, WorkSeen, RegisterImported, RegisterStaged, RegisterOpened, RegisterDecided,
        RegisterCorrected, RegisterCancelled, RegisterReportTaken, RegisterReportDestroyed,
    ];
}
