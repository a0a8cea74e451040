using Turna.Kernel;

namespace Turna.People;

/// <summary>What may be done with people, by the role table of the security design; on which person is decided by <c>PersonAccess</c>.</summary>
internal static class PeoplePermissions
{
    public const string SearchName = "people.search";
    public const string RegisterName = "people.register";
    public const string OpenName = "people.open";
    public const string RetainName = "people.retain";
    public const string AskName = "people.ask";
    public const string AnswerName = "people.answer";

    private static readonly IReadOnlyList<Role> WhoWorkWithPeople = [Role.FrontDesk, Role.Caseworker, Role.Protection, Role.Supervisor];

    public static readonly Permission Search = new(SearchName, "Find people", WhoWorkWithPeople);

    public static readonly Permission Register = new(RegisterName, "Register people", WhoWorkWithPeople);

    public static readonly Permission Open = new(OpenName, "Open and keep a person's identity, contacts, consents and journeys", WhoWorkWithPeople);

    public static readonly Permission Retain = new(RetainName, "Erase a record and decide whose time has run out", [Role.Supervisor]);

    public static readonly Permission Ask = new(AskName, "Send a sealed question about a person to an officer of another organisation", WhoWorkWithPeople);

    public static readonly Permission Answer = new(AnswerName, "Take and answer the questions of other organisations", [Role.Supervisor]);

    public static IReadOnlyList<Permission> All { get; } = [Search, Register, Open, Retain, Ask, Answer];
}

internal static class PeopleActs
{
    public static readonly Act Searched = new("person.searched", "Search answers were shown");

    public static readonly Act Registered = new("person.registered", "A person was registered");

    public static readonly Act Opened = new("person.opened", "A person's identity and contacts were opened");

    public static readonly Act Corrected = new("person.corrected", "A person's record was corrected");

    public static readonly Act Restricted = new("person.sensitivity-changed", "It was changed who may open a person's record");

    public static readonly Act ConsentGiven = new("consent.given", "A consent was written down");

    public static readonly Act ConsentWithdrawn = new("consent.withdrawn", "A consent was withdrawn");

    public static readonly Act JourneyKept = new("journey.kept", "A journey abroad was written down or changed");

    public static readonly Act JourneyRemoved = new("journey.removed", "A journey written down by mistake was removed");

    public static readonly Act RelationKept = new("relation.kept", "Somebody of the household was written down or changed");

    public static readonly Act RelationRemoved = new("relation.removed", "Somebody was taken from the household");

    public static readonly Act TwinDecided = new("person.twin-decided", "Two records were linked, declared different, or parted again");

    public static readonly Act FileAdded = new("person.file-added", "A file about a person was sealed");

    public static readonly Act FileOpened = new("person.file-opened", "A file about a person was opened");

    public static readonly Act FileRemoved = new("person.file-removed", "A file about a person was destroyed");

    public static readonly Act Copied = new("person.copied", "A copy of the record was made for the person");

    public static readonly Act Erased = new("person.erased", "A record was erased");

    public static readonly Act RetentionWarned = new("person.retention-warned", "The organisation was told that the time of a record runs out");

    public static readonly Act RetentionProlonged = new("person.retention-prolonged", "A record is kept longer");

    public static readonly Act TwinsSought = new("person.twins-sought", "A record was compared with the register for a second one of the same person");

    public static readonly Act Rekeyed = new("person.rekeyed", "A person was entered into the name index anew");

    public static readonly Act QuestionSent = new("question.sent", "A question was sent to an officer of another organisation");

    public static readonly Act QuestionOpened = new("question.opened", "A question between organisations, or its answer, was opened");

    public static readonly Act QuestionAnswered = new("question.answered", "A question of another organisation was answered with the person's consent");

    public static readonly Act QuestionSetAside = new("question.set-aside", "A question of another organisation was set aside");

    public static readonly Act OfficerNamed = new("question.officer-named", "Somebody began or ceased to take questions of other organisations");

    public static IReadOnlyList<Act> All { get; } =
    [
        Searched, Registered, Opened, Corrected, Restricted, ConsentGiven, ConsentWithdrawn, JourneyKept, JourneyRemoved, RelationKept,
        RelationRemoved, TwinDecided, FileAdded, FileOpened, FileRemoved, Copied, Erased, RetentionWarned, RetentionProlonged,
        TwinsSought, Rekeyed, QuestionSent, QuestionOpened, QuestionAnswered, QuestionSetAside, OfficerNamed,
    ];
}

/// <summary>Why a record is opened: the fixed phrases that stand in the ledger.</summary>
internal static class Purposes
{
    public const string SearchAnswers = "search answers";
    public const string HerPage = "her page";
    public const string Change = "change of her record";
    public const string LikelySame = "likely the same person";
    public const string HerCopy = "copy for her";
    public const string ErasureAsked = "erasure: she asked for it";
    public const string ErasureTimeOver = "erasure: the time for keeping is over";
    public const string Facts = "coded facts";
    public const string Retention = "retention";
    public const string NameIndex = "name index made anew";
    public const string Question = "question between organisations";
}
