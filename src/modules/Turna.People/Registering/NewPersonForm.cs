using Turna.Design;
using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.People.Contacting;
using Turna.People.Contracts;

namespace Turna.People.Registering;

/// <summary>The form of a new person as it is typed.</summary>
internal sealed record NewPersonForm
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public string? Family { get; set; }

    public string? Given { get; set; }

    public string? Patronymic { get; set; }

    public string? PassportName { get; set; }

    public Sex Sex { get; set; }

    [AsksFor(AskedDay.Birth)]
    public PartialDate? Born { get; set; }

    public string? Phone { get; set; }

    public PhoneOwner? PhoneOwner { get; set; }

    public DocumentKind DocumentKind { get; set; }

    public string? DocumentNumber { get; set; }

    [AsksFor(AskedDay.Ahead)]
    public PartialDate? DocumentValidUntil { get; set; }

    public string? HomeOblast { get; set; }

    public string? Village { get; set; }

    public SafeContactForm SafeContact { get; set; } = new();

    public List<ConsentPurpose> Consents { get; set; } = [];

    public bool Restricted { get; set; }

    public Guid? Team { get; set; }

    /// <summary>The likely duplicates that were shown, each with what was said about it.</summary>
    public List<TwinAnswer> Twins { get; set; } = [];

    /// <summary>What was said about one likely duplicate.</summary>
    public sealed record TwinAnswer
    {
        public Guid Id { get; set; }

        /// <summary><c>same</c>, <c>different</c>, or anything else for "not sure".</summary>
        public string? Answer { get; set; }
    }

    public NewPerson Read() => new()
    {
        Id = new PersonId(Id), Family = Family, Given = Given, Patronymic = Patronymic, PassportName = PassportName, Sex = Sex, Born = Born,
        Phones = string.IsNullOrWhiteSpace(Phone) ? [] : [new NewPhone(Phone, PhoneOwner)],
        Documents = string.IsNullOrWhiteSpace(DocumentNumber) ? [] : [new NewDocument(DocumentKind, DocumentNumber, null, DocumentValidUntil)],
        HomeOblast = HomeOblast, Village = Village, SafeContact = SafeContact.Read(), Consents = Consents,
        Sensitivity = Restricted ? PersonSensitivity.Restricted : PersonSensitivity.Standard, Team = Restricted && Team is { } team ? new TeamId(team) : null,
    };
}
