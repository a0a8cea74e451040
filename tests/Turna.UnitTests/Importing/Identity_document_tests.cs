using Turna.Cases.BringingIn;
using Turna.Cases.Contracts;
using Turna.Kernel;
using Turna.People.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>The number of a passport or identity card joins rows; who showed another one is not joined by the name alone.</summary>
public sealed class Identity_document_tests
{
    private const string First = "15.05.2024;Сатыбеков Эрлан;AN3310842;0555112233;1988;травма\n";

    [Theory]
    [InlineData("Паспорт"), InlineData("Серия и номер паспорта"), InlineData("ID карта №"), InlineData("Паспорт номери"), InlineData("Passport No"), InlineData("ПИН")]
    public void One_document_finds_a_person_again(string heading) =>
        People(heading, First, "20.05.2024;Сатыбеков Э.;АN 331-08-42;;36;зарплата\n", "21.05.2024;Эрлан Сатыбек уулу;an3310842;0700998877;1988;зарплата\n").Distinct().ShouldHaveSingleItem();

    [Theory]
    [InlineData("20.05.2024;Маматов Бакыт;AN3310842;;1988;зарплата\n"), InlineData("20.05.2024;Сатыбеков Эрлан;AN3310842;;1971;зарплата\n")]
    [InlineData("20.05.2024;Сатыбеков Эрлан;ID4480312;;1988;зарплата\n")]
    public void A_name_or_a_year_that_speaks_against_it_counts_more_and_so_does_another_document(string other) => People("Паспорт", First, other).Distinct().Count().ShouldBe(2);

    [Fact]
    public void A_passport_that_was_changed_does_not_part_those_of_one_telephone() =>
        People("Паспорт", First, "20.05.2024;Сатыбеков Эрлан;ID4480312;0555112233;1988;зарплата\n").Distinct().ShouldHaveSingleItem();

    [Theory]
    [InlineData("AC 2207183", "AC2207183"), InlineData("ID1234567", "ID1234567"), InlineData("20101198800123", "20101198800123"), InlineData("АС2207183", "AC2207183")]
    [InlineData("нет", null), InlineData("у хозяина", null), InlineData("AC2207183, ID1234567", null), InlineData("просрочен 2019", null), InlineData("AC 2207183 (копия)", null), InlineData("AN0000000", null), InlineData("12.03.2019", null), InlineData("0555123456", null), InlineData("02345678901234", null)]
    public void A_number_is_read_as_it_is_compared_and_the_cell_stays_as_text(string written, string? read)
    {
        var row = Readings.Row($"Паспорт={written}");
        row.Document.ShouldBe(read);
        row.Text["Паспорт"].ShouldBe(written);
        row.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void A_warning_in_its_place_is_read_as_one()
    {
        var rows = Readings.Read("Дата;ФИО;Паспорт;Вопрос\n15.05.2024;Асанова А.;AN3310842;травма\n16.05.2024;Ким С.;ID4480312;травма\n17.05.2024;Ли О.;AN1510842, муж угрожает убить, не звонить;травма\n").Rows;
        rows[3].Status.ShouldBe(RegisterRowStatus.Doubtful);
        rows[3].SafeContact.ShouldNotBeEmpty();
    }

    [Fact]
    public void One_document_beside_two_names_is_nobodys()
    {
        var read = Readings.Read("Дата;ФИО;Паспорт;Год рожд.;Вопрос\n15.05.2024;Асанова Айгүл;AN3310842;1975;травма\n16.05.2024;Маматов Бакыт;AN3310842;2010;травма\n17.05.2024;Ли О.;ID4480312;1990;травма\n");
        var rows = RegisterGrouping.WithoutSharedDocuments(read, RegisterGrouping.Of(read, TestContext.Current.CancellationToken)).Rows;

        rows.Skip(1).Select(row => row.Document).ShouldBe([null, null, "ID4480312"]);
        rows.Skip(1).Take(2).ShouldAllBe(row => row.Status == RegisterRowStatus.Doubtful && row.Problems.Any(problem => problem.Contains("beside another name")));
    }

    [Fact]
    public void A_shared_document_does_not_bridge_namesakes_who_showed_others() =>
        People("Паспорт", "15.05.2024;Асанова Назгүл;AN3310842;0555111111;;травма\n", "16.05.2024;Асанова Назгүл;AN3310999;0555222222;;травма\n", "17.05.2024;Асанова Н.;AN3310842;0555222222;;травма\n")[1].ShouldBe("p2");

    [Fact]
    public void Whoever_is_registered_anew_has_it_on_her_record()
    {
        var rows = Readings.Read("Дата;ФИО;Паспорт;Вопрос\n15.05.2024;Асанова А.;AN3310842;травма\n16.05.2024;Асанова А.;ID4480312;травма\n17.05.2024;Асанова А.;20101198800123;травма\n18.05.2024;Асанова А.;AN3310842;травма\n19.05.2024;Асанова А.;;травма\n").Rows.Skip(1);
        var person = NewPeople.Of("p1", rows, TeamId.New(), new DateOnly(2024, 6, 1));

        person.Documents.ShouldBe([new(DocumentKind.Passport, "AN3310842", "KG"), new(DocumentKind.IdentityCard, "ID4480312", "KG"), new(DocumentKind.PersonalNumber, "20101198800123", "KG")]);
    }

    private static string?[] People(string heading, params string[] rows)
    {
        var read = Readings.Read($"Дата;ФИО;{heading};Телефон;Год рожд.;Вопрос\n{string.Concat(rows)}");
        return [.. RegisterGrouping.Of(read, TestContext.Current.CancellationToken).People.Skip(1)];
    }
}
