using Turna.Cases.Consulting;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Testing;

namespace Turna.PageTests.Cases;

/// <summary>A list of several pages is not sorted by the browser: it would order the twenty rows in hand and look like the order of all.</summary>
public sealed class Consultation_list_pages(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task The_reader_sorts_only_a_list_that_is_whole()
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        await LogAsync(20);
        (await browser.GetAsync("/consultations")).Document.QuerySelector("table[data-module=turna-sortable]").ShouldNotBeNull();

        await LogAsync(1);

        var list = await browser.GetAsync("/consultations");
        list.Document.QuerySelectorAll("main tbody tr").Length.ShouldBe(20);
        list.Document.QuerySelector("table[data-module=turna-sortable]").ShouldBeNull();
    }

    private async Task LogAsync(int many)
    {
        await using var scope = await office.AsAsync(office.Caseworker);
        for (var i = 0; i < many; i++)
        {
            var logged = await scope.Get<LogConsultation>().HandleAsync(
                new LogConsultation.Input { Id = ConsultationId.New(), Team = office.LegalTeam, Channel = "phone", Language = "ky", Topics = ["wages"], Advice = "Wait.", Country = "RU", Asker = Asker.Anonymous }, scope.Actor, CancellationToken.None);
            logged.Error.ShouldBeNull();
        }
    }
}
