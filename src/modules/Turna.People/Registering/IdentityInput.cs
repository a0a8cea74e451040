using System.Globalization;
using Turna.Kernel;
using Turna.Kernel.Codes;
using Turna.Names;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Searching;

namespace Turna.People.Registering;

/// <summary>Turns what was written about a new person into an identity, with every wrong field named at once.</summary>
internal sealed class IdentityInput
{
    private const int EarliestBirthYear = 1900;
    private const int FewestPhoneDigits = 5;
    private const int FewestDialledDigits = 9;
    private const int MostEntries = 20;

    /// <summary>How far ahead a document or a stay may be valid.</summary>
    public const int MostYearsValid = 60;

    private readonly NewPerson person;
    private readonly DateOnly? today;

    private IdentityInput(NewPerson person, DateOnly? today) => (this.person, this.today) = (person, today);

    public FieldErrors Errors { get; } = new();

    public Identity Identity { get; private set; } = new();

    /// <summary>Reads the input. Without a day, births in the future are not looked for.</summary>
    public static IdentityInput Read(NewPerson person, DateOnly? today = null)
    {
        var input = new IdentityInput(person, today);
        input.Identity = input.Make();
        return input;
    }

    /// <summary>The rules of a birth date, wherever one is written.</summary>
    public static string? BornIn(PartialDate? born, DateOnly? today, string field, FieldErrors errors)
    {
        if (born is not { } date) return null;
        if (date.Year < EarliestBirthYear) errors.Add(field, "The year of birth must be {0} or later.", EarliestBirthYear.ToString(CultureInfo.InvariantCulture));
        else if (today is { } now && date.Earliest > now) errors.Add(field, "This day has not come yet.");
        else return date.ToString();
        return null;
    }

    /// <summary>A telephone as it is kept: E.164 where it fits a numbering plan.</summary>
    public static Phone? PhoneIn(NewPhone phone, string field, string ownerField, FieldErrors errors)
    {
        var written = Writing.OneLine(phone.Number, field, errors);
        if (written is null) return null;
        var note = Writing.OneLine(phone.Note, field, errors, Writing.Wide);
        if (phone.Owner is null) errors.Add(ownerField, "Say whose telephone it is.");
        var owner = phone.Owner ?? PhoneOwner.Somebody;
        if (PhoneNumber.TryParse(written, SearchKeys.HomeCountry, out var number)) return new Phone { Number = number.E164, Owner = owner, Note = note };
        // What begins as a number that is dialled from elsewhere must be whole; a short one may be a telephone of her village.
        if (written.Count(char.IsDigit) >= (!phone.AsFound && (written[0] is '+' or '0') ? FewestDialledDigits : FewestPhoneDigits)) return new Phone { Number = written, Owner = owner, Note = note };
        errors.Add(field, "Write the telephone with its digits, like 0555 123 456 or +7 916 123 45 67.");
        return null;
    }

    public static IdentityDocument? DocumentIn(NewDocument document, DateOnly? today, string field, FieldErrors errors)
    {
        var number = Writing.OneLine(document.Number, field, errors);
        if (number is null) return null;
        if (!number.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '/' or '№'))
            errors.Add(field, "A document number has letters, digits, spaces, - / and № only.");
        if (today is { } now && document.ValidUntil is { } until && until.Earliest > now.AddYears(MostYearsValid)) errors.Add(field, "A document is valid for {0} years at most: look at its last day.", MostYearsValid);
        var country = string.IsNullOrWhiteSpace(document.Country) ? null : document.Country.Trim().ToUpperInvariant();
        if (country is not null && !CodeLists.Shipped.Countries.TryFind(country, out _)) errors.Add(field, "Choose a country from the list.");
        return new IdentityDocument { Kind = document.Kind, Number = number, Country = country, ValidUntil = document.ValidUntil?.ToString() };
    }

    public static string? OblastIn(string? code, string field, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(code)) return null;
        if (CodeLists.Shipped.Places.TryFind(code, out var place)) return CodeLists.Shipped.OblastOf(place).Value;
        errors.Add(field, "Choose an oblast from the list.");
        return null;
    }

    public static SafeContact SafeContactIn(SafeContact rules, string prefix, FieldErrors errors) => rules with
    {
        Channels = [.. rules.Channels.Distinct().Order()],
        WhoMayAnswer = Writing.OneLine(rules.WhoMayAnswer, prefix + nameof(SafeContact.WhoMayAnswer), errors, Writing.Wide),
        WhatToSay = Writing.OneLine(rules.WhatToSay, prefix + nameof(SafeContact.WhatToSay), errors, Writing.Wide),
        Note = Writing.Lines(rules.Note, prefix + nameof(SafeContact.Note), errors),
    };

    private Identity Make() => new()
    {
        Names = Names(),
        Sex = person.Sex,
        Born = BornIn(person.Born, today, nameof(NewPerson.Born), Errors),
        Phones = Entries(person.Phones, nameof(NewPerson.Phones), (written, field, errors) => PhoneIn(written, field, $"{field}.Owner", errors)),
        Documents = Entries(person.Documents, nameof(NewPerson.Documents), (written, field, errors) => DocumentIn(written, today, field, errors)),
        HomeOblast = OblastIn(person.HomeOblast, nameof(NewPerson.HomeOblast), Errors),
        Village = Writing.OneLine(person.Village, nameof(NewPerson.Village), Errors),
        SafeContact = SafeContactIn(person.SafeContact, nameof(NewPerson.SafeContact) + ".", Errors),
    };

    private List<NameForm> Names()
    {
        var own = new NameForm
        {
            Family = Writing.OneLine(person.Family, nameof(NewPerson.Family), Errors),
            Given = Writing.OneLine(person.Given, nameof(NewPerson.Given), Errors),
            Patronymic = Writing.OneLine(person.Patronymic, nameof(NewPerson.Patronymic), Errors),
        };
        var whole = Writing.OneLine(person.WholeName, nameof(NewPerson.WholeName), Errors, Writing.Wide);
        if (own.Display.Length == 0) own = new NameForm { Whole = whole };
        if (own.Read().IsEmpty && !Errors.Any) Errors.Add(nameof(NewPerson.Family), "Write her family name or her given name.");

        List<NameForm> names = [own];
        Add(names, NameUse.Passport, person.PassportName, nameof(NewPerson.PassportName));
        foreach (var other in person.OtherNames.Take(MostEntries)) Add(names, NameUse.Other, other, nameof(NewPerson.OtherNames));
        return names;
    }

    private void Add(List<NameForm> names, NameUse use, string? text, string field)
    {
        if (Writing.OneLine(text, field, Errors, Writing.Wide) is { } whole && names.TrueForAll(n => n.Display != whole)) names.Add(new NameForm { Use = use, Whole = whole });
    }

    private List<T> Entries<TInput, T>(IReadOnlyList<TInput> written, string field, Func<TInput, string, FieldErrors, T?> read)
        where T : class
    {
        if (written.Count > MostEntries) Errors.Add(field, "Write at most {0} of them.", MostEntries);
        List<T> entries = [];
        for (var i = 0; i < Math.Min(written.Count, MostEntries); i++)
        {
            if (read(written[i], $"{field}[{i}]", Errors) is { } entry) entries.Add(entry);
        }

        return entries;
    }
}
