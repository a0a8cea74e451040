using System.Globalization;
using Turna.Kernel;

namespace Turna.Web.Proofs.Access;

/// <summary>Fills the office through its own forms: people, consultations, cases and tasks of every sensitivity, each with a text that stands nowhere else.</summary>
internal sealed class ProofRecords(ProofOffice office, CancellationToken cancel)
{
    private int number;

    public async Task<IReadOnlyList<ProofSubject>> MakeAsync()
    {
        var standard = await PersonAsync("a standard person", "Чолпонкулова", "caseworker", office.Legal, restricted: false);
        var other = await PersonAsync("a standard person of the other team", "Байтерекова", "protection", office.Protecting, restricted: false);
        var restricted = await PersonAsync("a restricted person", "Кызылтоева", "protection", office.Protecting, restricted: true);
        var foreign = await PersonAsync("a person of another organisation", "Эсентурова", "elsewhere", office.TeamThere, restricted: false);
        var subjects = new List<ProofSubject> { standard, other, restricted, foreign };

        var talk = await ConsultationAsync("a consultation", standard, "caseworker", office.Legal, "wages", restricted: false);
        var deskTalk = await ConsultationAsync("a consultation of the front desk", standard, "front desk", office.Legal, "wages", restricted: false);
        var delicate = await ConsultationAsync("a restricted consultation", standard, "caseworker", office.Legal, "trafficking", restricted: true);
        var guarded = await ConsultationAsync("a consultation of the protection team", restricted, "protection", office.Protecting, "forced_labour", restricted: true);
        var talkThere = await ConsultationAsync("a consultation of another organisation", foreign, "elsewhere", office.TeamThere, "wages", restricted: false);
        subjects.AddRange([talk, deskTalk, delicate, guarded, talkThere]);

        var matter = await CaseAsync("a case", talk, "caseworker", office.Legal, "Standard");
        var closed = await CaseAsync("a restricted case", delicate, "caseworker", office.Legal, "Restricted");
        var team = await CaseAsync("a case of the other team", await ConsultationAsync("", other, "protection", office.Protecting, "wages", restricted: false), "protection", office.Protecting, "Standard");
        var hidden = await CaseAsync("a protected case", guarded, "protection", office.Protecting, "Protected", "protection colleague");
        var shown = await CaseAsync("a protected case with its supervisor", await ConsultationAsync("", restricted, "protection", office.Protecting, "trafficking", restricted: true), "protection", office.Protecting, "Protected", "protection supervisor");
        var there = await CaseAsync("a case of another organisation", talkThere, "elsewhere", office.TeamThere, "Standard");
        subjects.AddRange([matter, closed, team, hidden, shown, there]);

        subjects.Add(await TaskAsync("a task", matter, "caseworker", "caseworker"));
        subjects.Add(await TaskAsync("a task given to the front desk", matter, "caseworker", "front desk"));
        subjects.Add(await TaskAsync("a task of a protected case", hidden, "protection", "protection"));
        subjects.Add(await TaskAsync("a task of a protected case with its supervisor", shown, "protection", "protection"));
        subjects.Add(await QuestionAsync("a question between organisations", "caseworker", "elsewhere"));
        subjects.AddRange(await new ProofPairs(office, cancel).MakeAsync());
        subjects.Add(await TextAsync("a ready text", "supervisor"));
        subjects.Add(await TextAsync("a ready text of another organisation", "elsewhere"));
        subjects.AddRange(Others());
        return subjects;
    }

    private IEnumerable<ProofSubject> Others()
    {
        yield return new ProofSubject { Kind = "account", Name = "an account", Id = office.IdOf("spare").Value, Organisation = office.Here };
        yield return new ProofSubject { Kind = "account", Name = "an account of another organisation", Id = office.IdOf("spare there").Value, Organisation = office.There };
        yield return new ProofSubject { Kind = "team", Name = "a team", Id = office.Legal.Value, Organisation = office.Here };
        yield return new ProofSubject { Kind = "team", Name = "a team of another organisation", Id = office.TeamThere.Value, Organisation = office.There };
        yield return Desk("a colleague's desk", office.Legal, office.IdOf("colleague"), office.Here);
        yield return Desk("a desk of the other team", office.Protecting, office.IdOf("protection colleague"), office.Here);
        yield return Desk("a desk of another organisation", office.TeamThere, office.IdOf("spare there"), office.There);
        foreach (var kind in (string[])["person", "consultation", "case", "task", "account", "team", "question", "pair", "text"]) yield return new ProofSubject { Kind = kind, Name = "nothing", Exists = false };
        yield return Desk("nothing", TeamId.New(), MemberId.New(), office.Here) with { Exists = false };
    }

    private static ProofSubject Desk(string name, TeamId team, MemberId member, OrganisationId organisation) => new()
    {
        Kind = "desk", Name = name, Organisation = organisation, Team = team,
        Places = new Dictionary<string, string> { ["team"] = team.ToString(), ["member"] = member.ToString() },
    };

    private async Task<ProofSubject> PersonAsync(string name, string family, string by, TeamId team, bool restricted)
    {
        var id = Guid.CreateVersion7();
        var document = string.Create(CultureInfo.InvariantCulture, $"AN77{++number:00000}");
        List<KeyValuePair<string, string>> form =
        [
            new("Input.Id", id.ToString()), new("Input.Family", family), new("Input.Given", "Сезимай"), new("Input.DocumentNumber", document), new("Input.Sex", "Female"),
        ];
        if (restricted) form.AddRange([new("Input.Restricted", "true"), new("Input.Team", team.ToString())]);
        await SendAsync(by, "/people/new", form);
        var places = new Dictionary<string, string> { ["person"] = id.ToString() };
        await AddKeptAsync(id, by, places);
        return new ProofSubject
        {
            Kind = "person", Name = name, Id = id, Organisation = office[by].Actor!.Organisation, Team = team, IsRestricted = restricted, Places = places, Query = $"{family} Сезимай",
            Secrets = [new Secret(family, restricted ? "identity" : "search", id), new Secret(document, "identity", id)],
        };
    }

    private async Task AddKeptAsync(Guid id, string by, Dictionary<string, string> places)
    {
        var browser = office[by].Browser;
        foreach (var kept in (string[])["consent", "journey", "relation"]) places[kept] = Guid.CreateVersion7().ToString();
        await SendAsync(by, $"/people/{id}/consent", [new("Input.Id", places["consent"]), new("Input.Purpose", "Service"), new("Input.Manner", "Voice"), .. Day("Input.GivenOn", 2026, 3, 1)]);
        await SendAsync(by, $"/people/{id}/journeys", [new("Input.Id", places["journey"]), new("Input.Destination", "RU")]);
        await SendAsync(by, $"/people/{id}/household", [new("Input.Id", places["relation"]), new("Input.Kind", "Mother"), new("Input.Name", "Mother")]);
        await ProofOffice.ExpectRedirectAsync(browser.PostFileAsync($"/people/{id}/files", "Photo", "paper.pdf", "%PDF-1.7 made for the proof"u8.ToArray(), cancel));
        places["file"] = ProofOffice.Between((await browser.GetAsync($"/people/{id}/files", cancel)).Body, "/files?destroy=", "\"");
    }

    private async Task<ProofSubject> ConsultationAsync(string name, ProofSubject person, string by, TeamId team, string topic, bool restricted)
    {
        var id = Guid.CreateVersion7();
        var advice = string.Create(CultureInfo.InvariantCulture, $"advice-{++number:000} go to the inspectorate");
        await SendAsync(
            by, "/consultations/new",
            [
                new("Input.Id", id.ToString()), new("Input.Caller", "Known"), new("Input.Person", person.Id.ToString()), new("Input.Channel", "phone"), new("Input.Topics", topic),
                new("Input.Advice", advice), new("Input.Language", "ky"), new("Input.Team", team.ToString()), new("Input.Next", "Nothing"),
            ]);
        return new ProofSubject
        {
            Kind = "consultation", Name = name, Id = id, Organisation = person.Organisation, Team = team, IsRestricted = restricted, By = office.IdOf(by), Record = person,
            Secrets = [new Secret(advice, "advice", id)], Places = person.Places,
        };
    }

    private async Task<ProofSubject> CaseAsync(string name, ProofSubject consultation, string by, TeamId team, string sensitivity, string? named = null)
    {
        var id = Guid.CreateVersion7();
        var (reason, note) = ($"reason-{++number:000} two months without pay", $"note-{number:000} she called again");
        List<KeyValuePair<string, string>> form =
        [
            new("Input.Id", id.ToString()), new("Input.Type", "UnpaidWages"), new("Input.Sensitivity", sensitivity), new("Input.Team", team.ToString()), new("Input.Reason", reason),
        ];
        if (named is not null) form.Add(new("Input.Named", office.IdOf(named).ToString()));
        await SendAsync(by, $"/cases/new?consultation={consultation.Id}", form);
        await SendAsync(by, $"/cases/{id}?handler=Note", [new("Note.Text", note)]);
        return new ProofSubject
        {
            Kind = "case", Name = name, Id = id, Organisation = consultation.Organisation, Team = team, By = office.IdOf(by), IsProtected = sensitivity == "Protected",
            Named = named is null ? [] : [office.IdOf(by), office.IdOf(named)], Secrets = [new Secret(reason, "case", id), new Secret(note, "case", id)],
        };
    }

    private async Task<ProofSubject> TaskAsync(string name, ProofSubject matter, string by, string assignee)
    {
        var id = Guid.CreateVersion7();
        var text = string.Create(CultureInfo.InvariantCulture, $"task-{++number:000} write to the employer");
        await SendAsync(
            by, $"/cases/{matter.Id}?handler=Task",
            [new("Task.Id", id.ToString()), new("Task.Text", text), new("Task.Assignee", office.IdOf(assignee).ToString()), .. Day("Task.DueOn", 2026, 3, 5)]);
        return matter with { Kind = "task", Name = name, Id = id, By = office.IdOf(assignee), Secrets = [new Secret(text, "task", matter.Id)] };
    }

    private async Task<ProofSubject> QuestionAsync(string name, string by, string officer)
    {
        var id = Guid.CreateVersion7();
        var why = string.Create(CultureInfo.InvariantCulture, $"question-{++number:000} her sister looks for her");
        await SendAsync(officer, "/questions?handler=Officer", [new("takes", "true")]);
        await SendAsync(
            by, "/questions/new",
            [new("Input.Id", id.ToString()), new("Input.Officer", office.IdOf(officer).ToString()), new("Input.Who", "Somebody"), new("Input.Why", why)]);
        return new ProofSubject
        {
            Kind = "question", Name = name, Id = id, Organisation = office.Here, By = office.IdOf(by), Named = [office.IdOf(by), office.IdOf(officer)],
            Secrets = [new Secret(why, "question", id)],
        };
    }

    private async Task<ProofSubject> TextAsync(string name, string by)
    {
        var id = Guid.CreateVersion7();
        await SendAsync(by, "/ready-texts", [new("Input.Id", id.ToString()), new("Input.Title", name), new("Input.Text", "Keep every paper.")]);
        return new ProofSubject { Kind = "text", Name = name, Id = id, Organisation = office[by].Actor!.Organisation };
    }

    private Task<string> SendAsync(string by, string path, IEnumerable<KeyValuePair<string, string>> form) =>
        ProofOffice.ExpectRedirectAsync(office[by].Browser.PostAsync(path, form, cancel));

    private static KeyValuePair<string, string>[] Day(string field, int year, int month, int day) =>
    [
        new($"{field}.Year", year.ToString(CultureInfo.InvariantCulture)), new($"{field}.Month", month.ToString(CultureInfo.InvariantCulture)),
        new($"{field}.Day", day.ToString(CultureInfo.InvariantCulture)),
    ];
}
