using Turna.Design;
using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Registering;

namespace Turna.People.Correcting;

/// <summary>The form of her identity as it is typed; empty rows say nothing.</summary>
internal sealed record IdentityForm
{
    private const int MostRows = 20;

    public int Revision { get; set; }

    public List<NameRow> Names { get; set; } = [];

    public Sex Sex { get; set; }

    [AsksFor(AskedDay.Birth)]
    public PartialDate? Born { get; set; }

    public List<PhoneRow> Phones { get; set; } = [];

    public List<DocumentRow> Documents { get; set; } = [];

    public List<AddressRow> Addresses { get; set; } = [];

    public string? HomeOblast { get; set; }

    public string? Village { get; set; }

    public string? Education { get; set; }

    public string? MaritalStatus { get; set; }

    public string? Languages { get; set; }

    public string? Seeing { get; set; }

    public string? Hearing { get; set; }

    public string? Walking { get; set; }

    public string? Remembering { get; set; }

    public string? SelfCare { get; set; }

    public string? Communicating { get; set; }

    public string? GuardianName { get; set; }

    public string? GuardianRelation { get; set; }

    public string? GuardianPhone { get; set; }

    public bool GuardianAgrees { get; set; }

    public bool ChildAssents { get; set; }

    public sealed record NameRow
    {
        public string? Use { get; set; }

        public string? Family { get; set; }

        public string? Given { get; set; }

        public string? Patronymic { get; set; }
    }

    public sealed record PhoneRow
    {
        public string? Number { get; set; }

        public PhoneOwner? Owner { get; set; }

        public string? Note { get; set; }
    }

    public sealed record DocumentRow
    {
        public DocumentKind Kind { get; set; }

        public string? Number { get; set; }

        public string? Country { get; set; }

        [AsksFor(AskedDay.Ahead)]
        public PartialDate? ValidUntil { get; set; }
    }

    public sealed record AddressRow
    {
        public string? Kind { get; set; }

        public string? Country { get; set; }

        public string? Text { get; set; }
    }

    /// <summary>The form with what is known, and an empty row after each list.</summary>
    internal static IdentityForm Of(Identity identity, int revision) => new()
    {
        Revision = revision,
        Names = [.. identity.Names.Select(n => new NameRow { Use = n.Use.ToString(), Family = n.Family, Given = n.Whole ?? n.Given, Patronymic = n.Patronymic }), new()],
        Sex = identity.Sex,
        Born = identity.BirthDate,
        Phones = [.. identity.Phones.Select(p => new PhoneRow { Number = p.Number, Owner = p.Owner, Note = p.Note }), new()],
        Documents = [.. identity.Documents.Select(d => new DocumentRow { Kind = d.Kind, Number = d.Number, Country = d.Country, ValidUntil = d.Expiry }), new() { Country = "KG" }],
        Addresses = [.. identity.Addresses.Select(a => new AddressRow { Kind = a.Kind.ToString(), Country = a.Country, Text = a.Text }), new()],
        HomeOblast = identity.HomeOblast,
        Village = identity.Village,
        Education = identity.Education.ToString(),
        MaritalStatus = identity.MaritalStatus.ToString(),
        Languages = string.Join(", ", identity.Languages),
        Seeing = identity.Functioning?.Seeing.ToString(),
        Hearing = identity.Functioning?.Hearing.ToString(),
        Walking = identity.Functioning?.Walking.ToString(),
        Remembering = identity.Functioning?.Remembering.ToString(),
        SelfCare = identity.Functioning?.SelfCare.ToString(),
        Communicating = identity.Functioning?.Communicating.ToString(),
        GuardianName = identity.Guardian?.Name,
        GuardianRelation = identity.Guardian?.Relation,
        GuardianPhone = identity.Guardian?.Phone,
        GuardianAgrees = identity.Guardian?.Agrees ?? false,
        ChildAssents = identity.Guardian?.ChildAssents ?? false,
    };

    /// <summary>The identity with the answers of this form in the place of the old ones; what the form does not ask stays.</summary>
    internal Identity Apply(Identity before, DateOnly today, FieldErrors errors)
    {
        var changed = before with
        {
            Names = NamesIn(before, errors),
            Sex = Sex,
            Born = IdentityInput.BornIn(Born, today, nameof(Born), errors),
            Phones = Rows(Phones, (r, field) => IdentityInput.PhoneIn(new NewPhone(r.Number ?? string.Empty, r.Owner, r.Note) { AsFound = before.Phones.Any(p => p.Number == r.Number) }, $"{field}.Number", $"{field}.Owner", errors), nameof(Phones), errors),
            Documents = Rows(Documents, (r, field) => DocumentIn(r, before, today, $"{field}.Number", errors), nameof(Documents), errors),
            Addresses = Rows(Addresses, (r, field) => AddressIn(r, $"{field}.Text", errors), nameof(Addresses), errors),
            HomeOblast = IdentityInput.OblastIn(HomeOblast, nameof(HomeOblast), errors),
            Village = Writing.OneLine(Village, nameof(Village), errors),
            Education = Read<Education>(Education),
            MaritalStatus = Read<MaritalStatus>(MaritalStatus),
            Languages = LanguagesIn(errors),
            Functioning = FunctioningIn(),
            Guardian = GuardianIn(errors),
        };
        if (changed.Guardian is null && changed.MayBeUnder18On(today) && before.Guardian is not null)
            errors.Add(nameof(GuardianName), "She is under 18: write who speaks for her.");
        return changed;
    }

    private List<NameForm> NamesIn(Identity before, FieldErrors errors)
    {
        var names = Rows(Names, (r, field) => NameIn(r, field, before, errors), nameof(Names), errors);
        if (!names.Exists(n => !n.Read().IsEmpty)) errors.Add("Names[0].Family", "Write her family name or her given name.");
        return names;
    }

    private static NameForm? NameIn(NameRow row, string field, Identity before, FieldErrors errors)
    {
        var use = Read<NameUse>(row.Use);
        var form = new NameForm
        {
            Use = use,
            Family = Writing.OneLine(row.Family, $"{field}.Family", errors),
            Given = Writing.OneLine(row.Given, $"{field}.Given", errors, Writing.Wide),
            Patronymic = Writing.OneLine(row.Patronymic, $"{field}.Patronymic", errors),
        };
        if (form.Display.Length == 0) return null;
        // A name that came in one piece stays so until somebody tells its parts apart.
        var stillWhole = form is { Family: null, Patronymic: null } && before.Names.Any(n => n.Whole is not null && n.Whole == form.Given);
        return stillWhole ? new NameForm { Use = use, Whole = form.Given } : form;
    }

    // What stands already was taken by the rules of its day: she who corrects something else is not asked about it.
    private static IdentityDocument? DocumentIn(DocumentRow row, Identity before, DateOnly today, string field, FieldErrors errors) =>
        before.Documents.FirstOrDefault(d => d.Number == row.Number && d.Kind == row.Kind && d.Country == row.Country && d.ValidUntil == row.ValidUntil?.ToString())
        ?? IdentityInput.DocumentIn(new NewDocument(row.Kind, row.Number ?? string.Empty, row.Country, row.ValidUntil), today, field, errors);

    private static Address? AddressIn(AddressRow row, string field, FieldErrors errors) =>
        Writing.Lines(row.Text, field, errors, Writing.Wide) is { } text ? new Address { Kind = Read<AddressKind>(row.Kind), Country = row.Country, Text = text } : null;

    private List<string> LanguagesIn(FieldErrors errors) =>
        [.. (Writing.OneLine(Languages, nameof(Languages), errors) ?? string.Empty).Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Select(l => l.ToLowerInvariant()).Distinct()];

    private Functioning? FunctioningIn()
    {
        var answers = new Functioning
        {
            Seeing = Read<Difficulty>(Seeing), Hearing = Read<Difficulty>(Hearing), Walking = Read<Difficulty>(Walking),
            Remembering = Read<Difficulty>(Remembering), SelfCare = Read<Difficulty>(SelfCare), Communicating = Read<Difficulty>(Communicating),
        };
        return answers.IsAsked ? answers : null;
    }

    private Guardian? GuardianIn(FieldErrors errors)
    {
        var name = Writing.OneLine(GuardianName, nameof(GuardianName), errors);
        var relation = Writing.OneLine(GuardianRelation, nameof(GuardianRelation), errors);
        var phone = Writing.OneLine(GuardianPhone, nameof(GuardianPhone), errors);
        if (name is null && (relation ?? phone) is not null) errors.Add(nameof(GuardianName), "Write the name of her guardian.");
        return name is null ? null : new Guardian { Name = name, Relation = relation, Phone = phone, Agrees = GuardianAgrees, ChildAssents = ChildAssents };
    }

    private static List<T> Rows<TRow, T>(List<TRow> rows, Func<TRow, string, T?> read, string field, FieldErrors errors)
        where T : class
    {
        if (rows.Count > MostRows) errors.Add(field, "Write at most {0} of them.", MostRows);
        return [.. rows.Take(MostRows).Select((r, i) => read(r, $"{field}[{i}]")).OfType<T>()];
    }

    private static T Read<T>(string? value)
        where T : struct, Enum => Enum.TryParse<T>(value, out var read) && Enum.IsDefined(read) ? read : default;
}
