namespace Turna.Names;

/// <summary>Reads names: words first, then what each says of itself, then what is left over.</summary>
internal static class NameReader
{
    private const int MaximumWords = 12;
    private const int ShortestFullField = 24;

    /// <summary>Reads a name written in one text.</summary>
    public static PersonName Read(string? text)
    {
        var normal = NameText.Normalise(Unfill(text));
        var name = Read(normal, normal, IsFull(text));
        return normal.Length > 0 && Recognised(name) == 0 ? OnOtherKeyboard(text!, normal) ?? name : name;
    }

    private static PersonName Read(string normal, string written, bool endsCut)
    {
        var name = new PersonName(normal);
        var words = new Words(written) { EndsCut = endsCut };
        words.Split(written, Column.None);
        Assign(name, words);
        return name;
    }

    /// <summary>The text as the other keyboard writes it, where that reads as a name and what stands there does not.</summary>
    private static PersonName? OnOtherKeyboard(string text, string normal) =>
        Layouts.Other(text) is { } other && Read(normal, NameText.Normalise(other), endsCut: false) is var name && Recognised(name) > 1 ? name : null;

    /// <summary>How many parts of a name are known, or show by an ending or a particle what they are.</summary>
    private static int Recognised(PersonName name) =>
        (name.Given?.Known is null ? 0 : 1) + (name.Family is { } family && (name.FamilyEnding || family.Known is not null) ? 1 : 0)
        + (name.Father is { } father && (name.FatherForm is FatherForm.Particle or FatherForm.Patronymic || father.Known is not null) ? 1 : 0);

    /// <summary>Reads a name kept in columns.</summary>
    public static PersonName Read(string? family, string? given, string? patronymic)
    {
        var familyText = NameText.Normalise(Unfill(family));
        var givenText = NameText.Normalise(Unfill(given));
        var fatherText = NameText.Normalise(Unfill(patronymic));
        var text = string.Join(' ', new[] { familyText, givenText, fatherText }.Where(t => t.Length > 0));

        var name = new PersonName(text);
        var words = new Words(text);
        words.Split(familyText, Column.Family);
        words.Split(givenText, Column.Given);
        words.Split(fatherText, Column.Father);
        Assign(name, words);
        return name;
    }

    // ASANOVA<<AIGUL<BAKYTOVNA: the filler that is doubled ends the family name.
    private static string? Unfill(string? text) =>
        text is not null && text.Contains('<', StringComparison.Ordinal)
            ? text.Trim('<', ' ').Replace("<<", ", ", StringComparison.Ordinal).Replace('<', ' ')
            : text;

    // Issuers end the zone's field with a filler unless the name filled it (ICAO 9303-3, 4.6); no shorter text is a whole field.
    private static bool IsFull(string? text) =>
        text is { Length: >= ShortestFullField } && text.Contains("<<", StringComparison.Ordinal) && char.IsLetter(text[^1]);

    private static void Assign(PersonName name, Words words)
    {
        words.ReadRoles();
        TakeParticles(name, words);
        TakeFathers(name, words);
        TakeColumns(name, words);
        TakeFamilies(name, words);
        words.JoinSplitNames(oneWanted: name.Given is null && (name.Family is not null || name.Father is not null));
        TakePlain(name, words);
        TakeInitials(name, words);
        SettleSex(name);
    }

    /// <summary>The word before a particle is the father's name; the word after it only when none stands before.</summary>
    private static void TakeParticles(PersonName name, Words words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Role != WordRole.Particle) continue;
            words.Take(i);
            var father = i > 0 && !words[i - 1].Taken ? i - 1 : i + 1 < words.Count && !words[i + 1].Taken ? i + 1 : -1;
            if (name.Sex == Sex.Unknown) name.Sex = words[i].Ending.Sex;
            if (father < 0 || name.Father is not null || words[father].Role == WordRole.Particle) continue;
            name.Father = words.Stem(father);
            name.FatherForm = words[father].Role == WordRole.Initial ? FatherForm.Bare : FatherForm.Particle;
        }
    }

    private static void TakeFathers(PersonName name, Words words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Taken || words[i].Role != WordRole.Father || name.Father is not null) continue;
            name.FatherForm = words[i].Ending.Form;
            name.Father = words.Stem(i);
            if (name.Sex == Sex.Unknown) name.Sex = words[i].Ending.Sex;
        }
    }

    /// <summary>A column is believed when its word does not say otherwise and the rest does not call for it.</summary>
    private static void TakeColumns(PersonName name, Words words)
    {
        if (!words.InColumns) return;
        var given = words.Only(Column.Given);
        var family = words.Only(Column.Family);
        var swapped = given >= 0 && family >= 0 && words[given].Role == WordRole.Family && words[family].Role is WordRole.Plain;
        if (swapped) (given, family) = (family, given);

        if (family >= 0)
        {
            name.FamilyEnding = words[family].Role == WordRole.Family;
            if (name.Sex == Sex.Unknown) name.Sex = words[family].Ending.Sex;
            name.Family = words.Stem(family);
        }

        if (given >= 0) name.Given = words.Whole(given);
        var father = words.Only(Column.Father);
        if (father >= 0 && name.Father is null)
        {
            name.FatherForm = FatherForm.Bare;
            name.Father = words.Stem(father);
        }
    }

    private static void TakeFamilies(PersonName name, Words words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].Taken && words[i].Role == WordRole.Family) TakeFamily(name, words, i);
        }

        for (var i = 0; i < words.Count && name.Family is null && words.CountLoose() > 1; i++)
        {
            if (words[i].Taken || words[i].Role != WordRole.PerhapsFamily) continue;
            var sex = name.Sex;
            TakeFamily(name, words, i);
            if (name.Father is not null || words[i].BesideFamily) continue;
            // Айжаркын may be the given name, and then its end says nothing of the sex.
            (name.RolesCertain, name.Sex) = (false, sex);
        }
    }

    private static void TakeFamily(PersonName name, Words words, int i)
    {
        if (name.Sex == Sex.Unknown) name.Sex = words[i].Ending.Sex;
        if (name.Family is null)
        {
            name.FamilyEnding = true;
            name.Family = words.Stem(i);
        }
        else if (name.OtherFamily is null) name.OtherFamily = words.Stem(i);
    }

    private static void TakePlain(PersonName name, Words words)
    {
        Span<int> rest = stackalloc int[MaximumWords];
        var count = words.Plain(rest);
        if (count == 0) return;

        if (name.Given is null && (name.Family is not null || name.Father is not null || count == 1))
        {
            var given = Likeliest(words, rest[..count]);
            if (count > 1 && name.Family is null) name.RolesCertain = false;
            if (count == 1 && name.Family is null && name.Father is null) name.RolesCertain = words[given].Known;
            name.Given = words.Whole(given);
        }
        else if (name.Given is null) ReadUnmarked(name, words, rest[..count]);

        count = words.Plain(rest);
        foreach (var i in rest[..count])
        {
            if (name.Family is null) name.Family = words.Stem(i);
            else if (words[i].BesideFamily && name.OtherFamily is null) name.OtherFamily = words.Stem(i);
            else if (name.Father is null) { name.Father = words.Stem(i); name.FatherForm = FatherForm.Bare; }
            else if (name.OtherFamily is null) name.OtherFamily = words.Stem(i);
        }
    }

    /// <summary>Two or more words without any sign: a comma, then a known given name, then the order family – given decides.</summary>
    private static void ReadUnmarked(PersonName name, Words words, ReadOnlySpan<int> rest)
    {
        if (words.CommaAfter >= 0 && rest[0] <= words.CommaAfter && rest[^1] > words.CommaAfter)
        {
            name.Family = words.Stem(rest[0]);
            foreach (var i in rest[1..])
            {
                if (i > words.CommaAfter && name.Given is null) name.Given = words.Whole(i);
            }

            return;
        }

        var first = words[rest[0]].Known;
        var second = words[rest[1]].Known;
        name.RolesCertain = false;
        var givenAt = first && !second ? 0 : 1;
        name.Given = words.Whole(rest[givenAt]);
        name.Family = words.Stem(rest[1 - givenAt]);
    }

    private static int Likeliest(Words words, ReadOnlySpan<int> rest)
    {
        // In Ким-Алиева, Ким is no given name, though somebody bears it as one.
        foreach (var i in rest)
        {
            if (words[i] is { Known: true, BesideFamily: false }) return i;
        }

        foreach (var i in rest)
        {
            if (words[i].Known) return i;
        }

        return rest[0];
    }

    private static void TakeInitials(PersonName name, Words words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Taken || words[i].Role != WordRole.Initial) continue;
            var initial = words.Whole(i);
            if (name.Given is null) name.Given = initial;
            else if (name.Family is null) name.Family = initial;
            else if (name.Father is null) { name.Father = initial; name.FatherForm = FatherForm.Bare; }
        }
    }

    private static void SettleSex(PersonName name)
    {
        if (name.Given?.Known is { Sex: not Sex.Unknown } known && name.FatherForm is FatherForm.None or FatherForm.Bare) name.Sex = name.RolesCertain ? known.Sex : name.Sex;
    }
}
